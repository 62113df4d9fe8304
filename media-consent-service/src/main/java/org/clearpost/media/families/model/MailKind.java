package org.clearpost.media.families.model;

/** Why a family gets a mail, and what it says: the setting's name and a link, nothing of any child or answer. */
public enum MailKind {
    INVITATION(
            "%s asks for your answer",
            "Mae %s yn gofyn am eich ateb",
            "%s asks you to answer some questions. Open this page and press the button; we then send you a link of your own:",
            "Mae %s yn gofyn i chi ateb rhai cwestiynau. Agorwch y dudalen hon a phwyswch y botwm; yna anfonwn ddolen atoch:"),
    REMINDER(
            "%s still asks for your answer",
            "Mae %s yn dal i ofyn am eich ateb",
            "%s has not had your answers yet. Open this page and press the button; we then send you a link of your own:",
            "Nid yw %s wedi cael eich atebion eto. Agorwch y dudalen hon a phwyswch y botwm; yna anfonwn ddolen atoch:"),
    LINK(
            "Your link to %s",
            "Eich dolen i %s",
            "This link opens your page at %s. It works once, within ten minutes. Please do not pass it on:",
            "Mae'r ddolen hon yn agor eich tudalen gyda %s. Mae'n gweithio unwaith, o fewn deg munud. Peidiwch â'i rhannu:"),
    RECEIPT(
            "A receipt from %s is waiting",
            "Mae derbynneb gan %s yn aros",
            "A receipt from %s is waiting for you. Open this page and press the button; we then send you a link of your own:",
            "Mae derbynneb gan %s yn aros amdanoch. Agorwch y dudalen hon a phwyswch y botwm; yna anfonwn ddolen atoch:");

    private final String english;
    private final String welsh;
    private final String englishText;
    private final String welshText;

    MailKind(String english, String welsh, String englishText, String welshText) {
        this.english = english;
        this.welsh = welsh;
        this.englishText = englishText;
        this.welshText = welshText;
    }

    /** Whether its link lets the holder in, rather than only asking for one that does. */
    public boolean letsIn() {
        return this == LINK;
    }

    public String subject(String setting) {
        return english.formatted(setting) + " / " + welsh.formatted(setting);
    }

    public String text(String setting, String link) {
        return englishText.formatted(setting) + "\n\n" + link + "\n\n" + welshText.formatted(setting) + "\n\n" + link
                + "\n";
    }
}
