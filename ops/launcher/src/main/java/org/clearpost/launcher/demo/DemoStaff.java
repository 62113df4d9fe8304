package org.clearpost.launcher.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people who work for or with the four settings: somebody in every role. */
final class DemoStaff {

    /** Who sets the platform up. */
    static final Person ADMIN = new Person("Ines Okafor-Lind", "ines.okafor-lind@" + DemoSetting.GROUP_DOMAIN, null);

    /** Writes with the group's address, which every setting allows. */
    private static final String IN_TWO_SETTINGS = "Jaya Merriweather";

    /** Somebody, and what they are to the group when they are not simply employed. */
    record Person(String name, String email, @Nullable String type) {}

    /** A post as the staff list words it. */
    record Post(Person person, String role, DemoSetting setting) {}

    /** Somebody the console names with a password, for what one can try as them. */
    record Shown(Person person, String as, String where) {}

    private final List<Post> posts = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final Map<String, Person> people = new LinkedHashMap<>();

    DemoStaff() {
        school();
        nursery();
        provision();
        youthService();
    }

    List<Post> posts() {
        return posts;
    }

    List<Shown> shown() {
        return shown;
    }

    List<Person> people() {
        return List.copyOf(people.values());
    }

    /** The first person in this post at this setting. */
    Person holding(String role, DemoSetting setting) {
        return posts.stream()
                .filter(post -> post.role().equals(role) && post.setting() == setting)
                .findFirst()
                .orElseThrow()
                .person();
    }

    List<Person> contributorsOf(DemoSetting setting) {
        return posts.stream()
                .filter(post -> post.setting() == setting)
                .filter(post -> post.role().equals("CONTRIBUTOR") || post.role().equals("MODERATOR"))
                .map(Post::person)
                .distinct()
                .toList();
    }

    private void school() {
        var at = DemoSetting.SCHOOL;
        show(post(at, "Bronwen Achterberg", "SETTING_HEAD"), "head", at);
        show(post(at, "Tariq Penhaligon", "SLT"), "senior leader", at);
        post(at, "Tariq Penhaligon", "LINE_MANAGER");
        show(post(at, "Marguerite Sekyere", "DSL"), "safeguarding lead", at);
        post(at, "Tariq Penhaligon", "Deputy DSL");
        post(at, "Ewan Nakagawa", "OSC");
        show(post(at, IN_TWO_SETTINGS, "CONTRIBUTOR"), "contributor", at);
        post(at, IN_TWO_SETTINGS, "EMPLOYEE");
        show(post(at, "Oscar Ndiaye", "MODERATOR"), "moderator", at);
        show(typed(at, "Harriet Uzoma", "GOVERNOR", "GOVERNOR"), "governor", at);
        typed(at, "Rafael Dalgleish", "CHAIR", "GOVERNOR");
        show(post(at, "Sabine Chaudhry", "HR"), "human resources", at);
        post(at, "Felix Brathwaite", "WEB_MANAGER");
        post(at, "Wanjiru Thackray", "MARKETING");
        post(at, "Linh Cadwallader", "ICT");
        post(at, "Linh Cadwallader", "AREA_OWNER");
        post(at, "Elodie Wolstenholme", "POLICY_OWNER");
        post(at, "Elodie Wolstenholme", "RETURN_CONTACT");
        typed(at, "Rafael Dalgleish", "APPROVING_BODY", "GOVERNOR");
        post(at, "Sabine Chaudhry", "INVESTIGATOR");
        typed(at, "Danilo Fairclough", "AGENCY_STAFF", "AGENCY");
        typed(at, "Rosa Eastaway", "VOLUNTEER", "VOLUNTEER");
        typed(at, "Keziah Larbalestier", "PARENT", "PARENT_CARER");
    }

    private void nursery() {
        var at = DemoSetting.NURSERY;
        show(post(at, "Lowri Adeyinka", "SETTING_HEAD"), "nursery manager", at);
        show(post(at, "Kofi Ellershaw", "DSL"), "safeguarding lead", at);
        post(at, "Kofi Ellershaw", "OSC");
        show(post(at, "Mei Tregenza", "CONTRIBUTOR"), "contributor", at);
        // Helps out with both pages: the one who sees the setting switcher.
        post(at, IN_TWO_SETTINGS, "CONTRIBUTOR");
        post(at, "Anton Boateng", "LINE_MANAGER");
        post(at, "Anton Boateng", "POLICY_OWNER");
        post(at, "Lowri Adeyinka", "RETURN_CONTACT");
        post(at, "Carys Moorcroft", "EMPLOYEE");
        typed(at, "Pia Hallworth", "VOLUNTEER", "STUDENT_TRAINEE");
    }

    private void provision() {
        var at = DemoSetting.PROVISION;
        show(post(at, "Obi Ravenscroft", "SETTING_HEAD"), "managing partner", at);
        show(post(at, "Nadia Lomax", "DSL"), "safeguarding lead", at);
        post(at, "Nadia Lomax", "OSC");
        show(post(at, "Reuben Yildirim", "CONTRIBUTOR"), "contributor", at);
        post(at, "Obi Ravenscroft", "POLICY_OWNER");
        post(at, "Obi Ravenscroft", "RETURN_CONTACT");
        post(at, "Thea Jellicoe", "SLT");
        typed(at, "Sami Kaltenbach", "PUPIL", "PUPIL");
    }

    private void youthService() {
        var at = DemoSetting.YOUTH_SERVICE;
        show(post(at, "Imani Shawcross", "SETTING_HEAD"), "head of service", at);
        post(at, "Gethin Odhiambo", "LINE_MANAGER");
        show(post(at, "Farah Venn", "DSL"), "safeguarding lead", at);
        post(at, "Farah Venn", "OSC");
        show(post(at, "Callum Escalante", "CONTRIBUTOR"), "contributor", at);
        post(at, "Callum Escalante", "MODERATOR");
        post(at, "Beatrix Goswami", "HEAD_COMMS");
        typed(at, "Viggo Inglethorpe", "ELECTED_MEMBER", "ELECTED_MEMBER");
        post(at, "Gethin Odhiambo", "POLICY_OWNER");
        post(at, "Gethin Odhiambo", "RETURN_CONTACT");
    }

    private Person post(DemoSetting setting, String name, String role) {
        return typed(setting, name, role, null);
    }

    private Person typed(DemoSetting setting, String name, String role, @Nullable String type) {
        var person = people.computeIfAbsent(name, n -> {
            var space = n.indexOf(' ');
            var domain = role.equals("PARENT")
                    ? "family.example"
                    : n.equals(IN_TWO_SETTINGS) ? DemoSetting.GROUP_DOMAIN : setting.domain();
            return new Person(n, new Names.Name(n.substring(0, space), n.substring(space + 1)).email(domain), type);
        });
        posts.add(new Post(person, role, setting));
        return person;
    }

    private void show(Person person, String as, DemoSetting where) {
        shown.add(new Shown(person, as, where.officialName()));
    }
}
