package org.clearpost.launcher.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invented names from many places, the same ones in the same order every time, and no full name twice. */
final class Names {

    private static final List<String> FIRST = List.of(
            "Aaliyah", "Abel", "Adaeze", "Aidan", "Aiko", "Alba", "Alfie", "Alina", "Amara", "Amir", "Anaïs", "Anton",
            "Arjun", "Arlo", "Asha", "Ayla", "Bartek", "Beatrix", "Bilal", "Bronwen", "Cadi", "Callum", "Carys",
            "Chidi", "Chloe", "Cosmo", "Dafydd", "Dalia", "Danilo", "Demi", "Dilan", "Ebo", "Edie", "Efua", "Eilidh",
            "Elif", "Elodie", "Emrys", "Esme", "Ewan", "Farah", "Felix", "Femi", "Finlay", "Freya", "Gethin", "Giulia",
            "Grace", "Gwen", "Hamza", "Hana", "Harriet", "Haruki", "Hugo", "Ianto", "Ibrahim", "Ida", "Imani", "Ines",
            "Isla", "Ivo", "Jaya", "Jonah", "Juno", "Kai", "Kasia", "Keziah", "Kofi", "Laila", "Leo", "Lila", "Linh",
            "Lowri", "Luca", "Mabel", "Malik", "Marcel", "Mei", "Mila", "Morgan", "Musa", "Nadia", "Nia", "Niko",
            "Noor", "Obi", "Olwen", "Omar", "Orla", "Oscar", "Otis", "Padma", "Pia", "Priya", "Quinn", "Rafael",
            "Rania", "Reuben", "Rhys", "Rosa", "Rowan", "Ruby", "Sabine", "Sami", "Seren", "Shanice", "Sofia", "Soren",
            "Sunita", "Tariq", "Teddy", "Temi", "Thea", "Tomasz", "Umar", "Uma", "Vera", "Viggo", "Wanjiru", "Wilf",
            "Xanthe", "Yara", "Yusuf", "Zadie", "Zainab", "Zeb");
    private static final List<String> LAST = List.of(
            "Abara",
            "Achterberg",
            "Adeyinka",
            "Ainscough",
            "Alderete",
            "Amankwah",
            "Arkwright",
            "Bajwa",
            "Balakrishnan",
            "Barros",
            "Beaumaris",
            "Bellweather",
            "Berrow",
            "Bialik",
            "Birdsall",
            "Blenkin",
            "Boateng",
            "Brathwaite",
            "Cadwallader",
            "Calloway",
            "Carrick",
            "Chaudhry",
            "Clough",
            "Corvino",
            "Cotterill",
            "Dabrowski",
            "Dalgleish",
            "Danquah",
            "Delacourt",
            "Demirci",
            "Drinkwater",
            "Eastaway",
            "Edevane",
            "Ekwueme",
            "Ellershaw",
            "Escalante",
            "Fairclough",
            "Farouk",
            "Ferreyra",
            "Fenwick",
            "Forde",
            "Galbraith",
            "Garnett",
            "Ghirardi",
            "Goswami",
            "Greaves",
            "Gulliver",
            "Haddad",
            "Hallworth",
            "Hargreave",
            "Hashemi",
            "Hollis",
            "Hosseini",
            "Idowu",
            "Inglethorpe",
            "Iqbal",
            "Jablonska",
            "Jarrow",
            "Jellicoe",
            "Kaltenbach",
            "Kaplinsky",
            "Keating",
            "Khatri",
            "Kilbride",
            "Kowalczyk",
            "Lanyon",
            "Larbalestier",
            "Lindqvist",
            "Llewelyn",
            "Lomax",
            "Maddocks",
            "Marchetti",
            "Mbeki-Lowe",
            "Merriweather",
            "Mistry",
            "Moorcroft",
            "Nakagawa",
            "Ndiaye",
            "Nettleton",
            "Nwankwo",
            "Oakeshott",
            "Odhiambo",
            "Olufemi",
            "Ormerod",
            "Pacheco",
            "Pargeter",
            "Penhaligon",
            "Pillai",
            "Prosser",
            "Quartey",
            "Quested",
            "Ravenscroft",
            "Rezai",
            "Rhodes-Iyer",
            "Rosario",
            "Sandoval",
            "Sayeed",
            "Seddon",
            "Sekyere",
            "Shawcross",
            "Silveira",
            "Szymanski",
            "Tavener",
            "Thackray",
            "Tomlin",
            "Tregenza",
            "Tsegaye",
            "Underhay",
            "Uzoma",
            "Varga",
            "Venn",
            "Vikander",
            "Wainscott",
            "Wetherby",
            "Wolstenholme",
            "Wrigglesworth",
            "Yaxley",
            "Yildirim",
            "Zaman",
            "Zielinska");

    private final Random random = new Random(20_261_120L);
    private final Set<String> given = new HashSet<>();

    /** A first name and a surname. */
    record Name(String first, String last) {

        String full() {
            return first + " " + last;
        }

        String email(String domain) {
            return (first + "." + last)
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace("ï", "i")
                            .replace("ø", "o")
                    + "@" + domain;
        }
    }

    /** Names that are spoken for, so that nobody invented later has one of them. */
    void reserve(String full) {
        given.add(full);
    }

    Name next() {
        while (true) {
            var name = new Name(pick(FIRST), pick(LAST));
            if (given.add(name.full())) {
                return name;
            }
        }
    }

    /** Somebody of the family, usually of the same name. */
    Name relativeOf(String surname) {
        while (true) {
            var name = new Name(pick(FIRST), random.nextInt(4) == 0 ? pick(LAST) : surname);
            if (given.add(name.full())) {
                return name;
            }
        }
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
