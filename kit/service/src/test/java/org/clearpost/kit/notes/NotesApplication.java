package org.clearpost.kit.notes;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class NotesApplication {}
