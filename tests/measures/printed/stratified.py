"""Two groups by a second variable, as published: (reached, of) of the first and of the second in each stratum."""

from __future__ import annotations

from dataclasses import dataclass

Counts = tuple[int, int]


@dataclass(frozen=True)
class Stratified:
    """Hold one table."""

    source: str
    groups: tuple[str, str]
    by: str
    strata: dict[str, tuple[Counts, Counts]]


def cases(*numbers: int) -> tuple[Counts, Counts]:
    """Return (cases, cases and controls) of two groups from cases and controls of the first, then of the second."""
    first, controls, second, others = numbers
    return (first, first + controls), (second, second + others)


BERKELEY = Stratified(
    "P. J. Bickel and others (1975), Science 187: admissions to the six largest departments",
    ("women", "men"),
    "department",
    {
        "A": ((89, 108), (512, 825)),
        "B": ((17, 25), (353, 560)),
        "C": ((202, 593), (120, 325)),
        "D": ((131, 375), (138, 417)),
        "E": ((94, 393), (53, 191)),
        "F": ((24, 341), (22, 373)),
    },
)
STONES = Stratified(
    "C. R. Charig and others (1986), BMJ 292: treatments of kidney stones",
    ("open surgery", "keyhole surgery"),
    "size of the stone",
    {"small": ((81, 87), (234, 270)), "large": ((192, 263), (55, 80))},
)
SMOKERS = Stratified(
    "D. R. Appleton and others (1996), The American Statistician 50: women of Whickham who died within 20 years",
    ("smokers", "others"),
    "age",
    {
        "18-24": cases(2, 53, 1, 61),
        "25-34": cases(3, 121, 5, 152),
        "35-44": cases(14, 95, 7, 114),
        "45-54": cases(27, 103, 12, 66),
        "55-64": cases(51, 64, 40, 81),
        "65-74": cases(29, 7, 101, 28),
        "75 and older": cases(13, 0, 64, 0),
    },
)
DEATH_PENALTY = Stratified(
    "M. L. Radelet and G. L. Pierce (1991), Florida Law Review 43: death sentences by race",
    ("black defendants", "white defendants"),
    "race of the victim",
    {"white": ((11, 48), (53, 467)), "black": ((4, 143), (0, 16))},
)
BATTING = Stratified(
    "K. Ross (2004), A Mathematician at the Ballpark: two batters of the major leagues",
    ("one batter", "another"),
    "season",
    {"1995": ((104, 411), (12, 48)), "1996": ((45, 140), (183, 582))},
)
TUBERCULOSIS = Stratified(
    "M. R. Cohen and E. Nagel (1934), An Introduction to Logic and Scientific Method: deaths in 1910",
    ("New York", "Richmond"),
    "race",
    {"white": ((8365, 4675174), (131, 80895)), "coloured": ((513, 91709), (155, 46733))},
)
FLIGHTS = Stratified(
    "A. Barnett (1994), Technology Review 97: flights of two airlines that were late",
    ("America West", "Alaska"),
    "airport",
    {
        "Los Angeles": cases(117, 694, 62, 497),
        "Phoenix": cases(415, 4840, 12, 221),
        "San Diego": cases(65, 383, 20, 212),
        "San Francisco": cases(129, 320, 102, 503),
        "Seattle": cases(61, 201, 305, 1841),
    },
)
DIABETES = Stratified(
    "S. A. Julious and M. A. Mullee (1994), BMJ 309: deaths of people with diabetes",
    ("with insulin", "without insulin"),
    "age",
    {"up to 40": ((1, 130), (0, 15)), "above 40": ((104, 228), (218, 529))},
)
HOSPITALS = Stratified(
    "D. S. Moore and G. P. McCabe, Introduction to the Practice of Statistics: patients who died, made up",
    ("hospital B", "hospital A"),
    "condition",
    {"good": ((8, 600), (6, 600)), "poor": ((8, 200), (57, 1500))},
)
RECOVERIES = Stratified(
    "D. V. Lindley and M. R. Novick (1981), Annals of Statistics 9: recoveries, made up",
    ("not treated", "treated"),
    "sex",
    {"men": ((7, 10), (18, 30)), "women": ((9, 30), (2, 10))},
)
REVERSALS = (
    BERKELEY,
    STONES,
    SMOKERS,
    DEATH_PENALTY,
    BATTING,
    TUBERCULOSIS,
    FLIGHTS,
    DIABETES,
    HOSPITALS,
    RECOVERIES,
)
"""Within the strata the first group is ahead of the second, as a whole behind it; any count may be the outcome."""

CONTRACEPTIVES = Stratified(
    "S. Shapiro and others (1979), The Lancet 313: contraceptives and myocardial infarction",
    ("users", "others"),
    "age",
    {
        "25-29": cases(4, 62, 2, 224),
        "30-34": cases(9, 33, 12, 390),
        "35-39": cases(4, 26, 33, 330),
        "40-44": cases(6, 9, 65, 362),
        "45-49": cases(6, 5, 93, 301),
    },
)
INFANTS = Stratified(
    "Y. M. M. Bishop (1969), Biometrics 25: deaths of infants by care before birth",
    ("less care", "more care"),
    "clinic",
    {"A": cases(3, 176, 4, 293), "B": cases(17, 197, 2, 23)},
)
ORDINARY = (
    Stratified(
        "R. J. M. Dawson (1995), Journal of Statistics Education 3: saved from the Titanic",
        ("women", "men"),
        "class",
        {
            "first": ((141, 145), (62, 180)),
            "second": ((93, 106), (25, 179)),
            "third": ((90, 196), (88, 510)),
            "crew": ((20, 23), (192, 862)),
        },
    ),
    Stratified(
        "R. Doll and A. B. Hill (1950), BMJ 2: smokers among patients with lung cancer and others",
        ("patients", "others"),
        "sex",
        {"men": ((647, 649), (622, 649)), "women": ((41, 60), (28, 60))},
    ),
    Stratified(
        "Physicians' Health Study (1989), N. Engl. J. Med. 321: myocardial infarctions",
        ("placebo", "aspirin"),
        "age",
        {
            "40-49": ((24, 4524), (27, 4527)),
            "50-59": ((87, 3725), (51, 3725)),
            "60-69": ((84, 2045), (39, 2045)),
            "70-84": ((44, 740), (22, 740)),
        },
    ),
    Stratified(
        "T. Francis and others (1955), Am. J. of Public Health 45: paralytic poliomyelitis in the trial of 1954",
        ("not vaccinated", "vaccinated"),
        "design",
        {"placebo": ((115, 201229), (33, 200745)), "observed": ((330, 725173), (38, 221998))},
    ),
    Stratified(
        "G. A. Colditz and others (1994), JAMA 271: tuberculosis in thirteen trials of a vaccine",
        ("not vaccinated", "vaccinated"),
        "trial",
        {
            str(trial): (not_vaccinated, vaccinated)
            for trial, (vaccinated, not_vaccinated) in enumerate(
                (
                    ((4, 123), (11, 139)),
                    ((6, 306), (29, 303)),
                    ((3, 231), (11, 220)),
                    ((62, 13598), (248, 12867)),
                    ((33, 5069), (47, 5808)),
                    ((180, 1541), (372, 1451)),
                    ((8, 2545), (10, 629)),
                    ((505, 88391), (499, 88391)),
                    ((29, 7499), (45, 7277)),
                    ((17, 1716), (65, 1665)),
                    ((186, 50634), (141, 27338)),
                    ((5, 2498), (3, 2341)),
                    ((27, 16913), (29, 17854)),
                ),
                1,
            )
        },
    ),
    Stratified(
        "Z. Liu (1992), Int. J. of Epidemiology 21: smoking and lung cancer in eight cities of China",
        ("smokers", "others"),
        "city",
        {
            "Beijing": cases(126, 100, 35, 61),
            "Shanghai": cases(908, 688, 497, 807),
            "Shenyang": cases(913, 747, 336, 598),
            "Nanjing": cases(235, 172, 58, 121),
            "Harbin": cases(402, 308, 121, 215),
            "Zhengzhou": cases(182, 156, 72, 98),
            "Taiyuan": cases(60, 99, 11, 43),
            "Nanchang": cases(104, 89, 21, 36),
        },
    ),
    Stratified(
        "N. E. Breslow and N. E. Day (1980), Statistical Methods in Cancer Research 1: cancer of the oesophagus in "
        "Ille-et-Vilaine, the two oldest of six ages taken together",
        ("80 g of alcohol and more", "less"),
        "age",
        {
            "25-34": cases(1, 9, 0, 106),
            "35-44": cases(4, 26, 5, 164),
            "45-54": cases(25, 29, 21, 138),
            "55-64": cases(42, 27, 34, 139),
            "65 and older": cases(24, 18, 44, 119),
        },
    ),
    CONTRACEPTIVES,
    Stratified(
        "University Group Diabetes Program (1970), Diabetes 19: deaths with tolbutamide",
        ("tolbutamide", "placebo"),
        "age",
        {"up to 54": ((8, 106), (5, 120)), "55 and older": ((22, 98), (16, 85))},
    ),
    INFANTS,
    Stratified(
        "D. W. Hosmer and S. Lemeshow (1989), Applied Logistic Regression: births below 2500 g",
        ("smokers", "others"),
        "race",
        {"white": ((19, 52), (4, 44)), "black": ((6, 10), (5, 16)), "other": ((5, 12), (20, 55))},
    ),
)
"""Published tables whose order within the strata, pooled, is that of the whole, some of them by a hair."""
