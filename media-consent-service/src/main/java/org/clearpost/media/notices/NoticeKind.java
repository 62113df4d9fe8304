package org.clearpost.media.notices;

/** What a notice tells. */
enum NoticeKind {
    ANSWER_CHANGED,
    TAKE_DOWN
}
