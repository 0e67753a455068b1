"""Missions that organisations have published, quoted in one sentence, for M1 to M8."""

from __future__ import annotations

from published.case import Case, Cases, quotes
from purposebook.checks.example import mission_says

BBC = (
    "The Mission of the BBC is to act in the public interest, serving all audiences through the provision of "
    "impartial, high-quality and distinctive output and services which inform, educate and entertain.",
    "BBC, Royal Charter 2017, article 5",
)
CHARITY_WATER = (
    "charity: water is a nonprofit organization bringing clean and safe drinking water to people in developing "
    "countries.",
    "charity: water, mission",
)
EIGHTEEN_F = (
    "18F builds effective, user-centric digital services focused on the interaction between government and the "
    "people and businesses it serves.",
    "18F, about page",
)
GOOGLE = (
    "Our mission is to organize the world's information and make it universally accessible and useful.",
    "Google, about page",
)
GRANTS = (
    "Our mission is to increase access to grants and improve the grants experience for everyone.",
    "Simpler Grants.gov, goals (public domain)",
)
GRANTS_VISION = (
    "We want Grants.gov to be an extremely simple, accessible, and easy-to-use tool for posting, finding, sharing, "
    "and applying for federal financial assistance.",
    "Simpler Grants.gov, goals (public domain)",
)
KELLOGG = (
    "To help people help themselves through the practical application of knowledge and resources to improve their "
    "quality of life and that of future generations.",
    "W. K. Kellogg Foundation, mission, on the title page of its Logic Model Development Guide",
)
KHAN = ("Our mission is to provide a free, world-class education for anyone, anywhere.", "Khan Academy, about page")
KIVA = ("Our mission is to expand financial access to help underserved communities thrive.", "Kiva, about page")
LINKEDIN = ("Connect the world's professionals to make them more productive and successful.", "LinkedIn, about page")
MICROSOFT = (
    "Our mission is to empower every person and every organization on the planet to achieve more.",
    "Microsoft, about page",
)
NIKE = ("To bring inspiration and innovation to every athlete in the world.", "Nike, mission")
LAPTOP = (
    "To create educational opportunities for the world's poorest children by providing each child with a rugged, "
    "low-cost, low-power, connected laptop with content and software designed for collaborative, joyful, "
    "self-empowered learning.",
    "One Laptop per Child, mission",
)
OLYMPICS = (
    "The mission of Special Olympics is to provide year-round sports training and athletic competition in a variety "
    "of Olympic-type sports for children and adults with intellectual disabilities, giving them continuing "
    "opportunities to develop physical fitness, demonstrate courage, experience joy and participate in a sharing of "
    "gifts, skills and friendship with their families, other Special Olympics athletes and the community.",
    "Special Olympics, mission",
)
PATAGONIA = ("We're in business to save our home planet.", "Patagonia, mission since 2018")
SAVE_THE_CHILDREN = (
    "A world in which every child attains the right to survival, protection, development and participation.",
    "Save the Children, vision",
)
TED = ("Spread ideas.", "TED, mission")
TESLA = ("To accelerate the world's transition to sustainable energy.", "Tesla, mission since 2016")
UNICEF = (
    "UNICEF is mandated by the United Nations General Assembly to advocate for the protection of children's rights, "
    "to help meet their basic needs and to expand their opportunities to reach their full potential.",
    "UNICEF, mission statement",
)
USDS = (
    "To deliver better government services to the American people through technology and design.",
    "U.S. Digital Service, mission",
)
WIKIMEDIA = (
    "The mission of the Wikimedia Foundation is to empower and engage people around the world to collect and develop "
    "educational content under a free license or in the public domain, and to disseminate it effectively and "
    "globally.",
    "Wikimedia Foundation, mission",
)
ALBERTSONS = (
    "In doing this, we will deliver operational excellence in every corner of the Company and meet or exceed our "
    "commitments to the many constituencies we serve.",
    "Albertsons, mission, often quoted as an empty one",
)
AMAZON = ("To be Earth's most customer-centric company.", "Amazon, about page")


def twice(said: tuple[str, str], field: str, text: str = "") -> Case:
    """Show a mission with another field beside it, by default of the same words."""
    other = text or said[0]
    beside = {"statement": other} if field == "vision" else other
    how = f"entered as mission and as {field}" if not text else f"beside its {field}"
    return Case(mission_says(said[0], **{field: beside}), f"after {said[1]}, {how}")


FIRES: Cases = {
    "M1": quotes(mission_says, UNICEF, OLYMPICS, WIKIMEDIA, BBC),
    "M2": quotes(
        mission_says,
        GRANTS,
        TESLA,
        PATAGONIA,
        ("A world where everybody lives longer, better lives, free from the fear of cancer.", "Cancer Research UK"),
        ("Our mission is to ensure the Internet is a global public resource, open and accessible to all.", "Mozilla"),
    ),
    "M3": quotes(
        mission_says,
        KHAN,
        AMAZON,
        ("To develop the best education in the world and make it universally available.", "Duolingo, about page"),
        ("To operate the best specialty retail business in America.", "Barnes & Noble, mission (its first clause)"),
        ("To become the world's leading consumer company for automotive products and services.", "Ford, former vision"),
        (
            "To be one of the world's leading producers and providers of entertainment and information.",
            "The Walt Disney Company, former mission",
        ),
    ),
    "M4": (
        *quotes(mission_says, USDS, GRANTS_VISION, LAPTOP, EIGHTEEN_F),
        *quotes(
            mission_says,
            ("Create an app that helps people eat healthily.", "after Roman Pichler, on visions that hold a solution"),
        ),
    ),
    "M5": quotes(mission_says, ALBERTSONS, AMAZON, BBC, EIGHTEEN_F),
    "M6": quotes(mission_says, BBC, UNICEF, OLYMPICS, LAPTOP),
    "M7": quotes(mission_says, KHAN, MICROSOFT, USDS, OLYMPICS),
    "M8": (twice(PATAGONIA, "purpose"), twice(MICROSOFT, "vision"), twice(TED, "tagline", "Spread ideas!")),
}
PASSES: Cases = {
    "M1": quotes(mission_says, TED, GOOGLE, CHARITY_WATER, KELLOGG),
    "M2": quotes(
        mission_says,
        CHARITY_WATER,
        SAVE_THE_CHILDREN,
        KIVA,
        NIKE,
        LINKEDIN,
        ("We won't give up until everyone experiencing a mental health problem gets support and respect.", "Mind"),
        ("To help everyone with cancer live life as fully as they can.", "after Macmillan Cancer Support"),
    ),
    "M3": quotes(mission_says, GOOGLE, SAVE_THE_CHILDREN, KIVA, KELLOGG),
    "M4": (
        *quotes(mission_says, GOOGLE, SAVE_THE_CHILDREN, CHARITY_WATER, KELLOGG),
        *quotes(mission_says, ("Help people eat healthily.", "after Roman Pichler, on visions without a solution")),
    ),
    "M5": quotes(mission_says, GOOGLE, CHARITY_WATER, KELLOGG, SAVE_THE_CHILDREN, NIKE),
    "M6": quotes(mission_says, GOOGLE, CHARITY_WATER, KIVA, TED),
    "M7": quotes(mission_says, GOOGLE, KIVA, NIKE, KELLOGG),
    "M8": (
        twice(TED, "tagline", "Ideas worth spreading"),
        twice(NIKE, "tagline", "Just do it."),
        twice(LINKEDIN, "vision", "Create economic opportunity for every member of the global workforce."),
    ),
}
