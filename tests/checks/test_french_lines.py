"""The word rules in French."""

from __future__ import annotations

import pytest
from rule_trials import all_wrong, fires, outcome

from purposebook.checks.example import Example, metric_says, mission_says, need_says, objective_says

SAYS = {"M": mission_says, "O": objective_says, "K": metric_says, "R": need_says}
FIRES = {
    "M2": (
        "Rendre le monde meilleur.",
        "Faciliter l’accès aux subventions pour tous.",
        "Aider nos clients à réussir.",
        "Rendre la culture accessible à chacun·e.",
        "Suivre les indicateurs, les moteurs et les ordinateurs du secteur.",
        "Permettre le suivi des données et des marchés.",
        "Éviter le gaspillage dans les écoles.",
        "Accompagner les transitions.",
        "Devenir les experts du recyclage.",
        "Un monde où personne ne manque de sang.",
        "Des produits au bénéfice de l'homme et de la planète.",
        "Proposer à nos clients des services simples.",
    ),
    "M3": (
        "Devenir le leader européen des cours.",
        "Être le numéro un des cours en ligne.",
        "Une qualité de classe mondiale pour les enseignants.",
        "Devenir un partenaire de référence pour les boulangers.",
        "Faire de notre école une référence africaine.",
        "Être les artisans les plus sûrs de la région.",
    ),
    "M4": (
        "Une plateforme pour les enseignants.",
        "L’application des agriculteurs.",
        "Aider les familles grâce à l'intelligence artificielle.",
        "Un simulateur d'aides pour les familles.",
        "Des tableurs partagés pour les trésoriers.",
        "Mettre des scripts Python à disposition des chercheurs.",
        "Développer un site pour les randonneurs.",
        "La solution de gestion des cantines.",
        "Des solutions logicielles pour les notaires.",
    ),
    "M5": (
        "Des cours innovants pour les enseignants.",
        "Une expérience sans couture pour les élèves.",
        "Un parcours de demande fluide pour les locataires.",
        "Un accompagnement exceptionnel des familles.",
    ),
    "M7": (
        "Notre mission est de fournir un studio aux enseignants.",
        "Permettre aux enseignants de publier.",
        "Nous proposons un studio aux enseignants.",
        "L'association a pour but de fournir des repas aux étudiants.",
        "Notre ambition : donner à chaque village un médecin.",
        "Nous sommes là pour permettre aux aidants de dormir.",
    ),
    "M6": (
        "Nous aidons les enseignants à enregistrer, à couper, à sonoriser, à titrer et à publier une première leçon "
        "que les élèves, les parents et les collègues regardent jusqu'au bout.",
        "Accompagnement individualisé, professionnalisation continue, responsabilisation des enseignants.",
    ),
    "O1": (
        "Atteindre 75 % de publication.",
        "Toucher un million d'élèves.",
        "Publier d'ici décembre.",
        "Une dizaine de villages nous rejoignent.",
        "Printemps 2027 : les cantines cuisinent local.",
        "À l'horizon 2030, les forêts respirent.",
        "Une note de 8/10 des patients.",
        "Sous Windows 11, 40 agents travaillent mieux.",
        "Au T3, les agents répondent seuls.",
    ),
    "O4": (
        "Livrer la version deux.",
        "Mettre en ligne le nouveau site.",
        "Refonte du site",
        "La documentation est rédigée.",
        "Tests utilisateurs",
        "Un tableau de bord pour les agents",
        "Évaluer trois outils",
    ),
    "K2": ("Accompagner les enseignants", "Participer à trois salons", "Expérimenter avec deux communes"),
    "K3": (
        "Déployer le portail",
        "Lancement de l'application",
        "Mettre en place un comité",
        "Site en ligne",
        "La documentation est rédigée",
        "Le formulaire a été mis à jour",
        "Mettre à jour le guide",
        "Rédaction et publication d'un guide",
        "Création d'un espace membre pour les élèves qui révisent seuls",
        "Guide publié",
        "Avoir un prototype à montrer",
        "Le service permet de déposer un dossier",
        "Ajouter un filtre par date",
        "Tableau de bord pour les agents",
        "D'ici juin : finalisation du prototype",
        "Recruter deux développeurs",
        "Feuille de route partagée avec les communes",
        "Afficher une carte des écoles",
        "Les tests passent",
        "Le tiroir s'ouvre sans erreur",
        "Génération procédurale de cartes",
        "Recherche, conception et développement d'un composant",
        "Disposer d'un tableau de suivi",
        "Redis migré",
        "Prise en charge du mode sombre",
        "Version imprimable : pages à lire",
    ),
    "K4": (
        "Application mobile en ligne",
        "Audit terminé",
        "Obtenir la certification",
        "Les agents peuvent exporter les données",
        "Convention signée avec la région",
    ),
    "K5": ("Pages vues", "Nombre d'utilisateurs", "Téléchargements", "Abonnés"),
    "R1": ("J’ai besoin d’un tableau de bord", "Une application mobile", "manque d'outils"),
    "R2": (
        "En tant qu’utilisateur, je veux trier mes leçons afin de trouver la dernière",
        "J’ai besoin de trier mes leçons",
        "Rapidité",
        "de meilleures vidéos pour que mes élèves finissent",
    ),
    "R3": (
        "comprendre mes droits",
        "Je dois être informée des délais",
        "En tant que locataire, je veux en savoir plus sur mes droits",
    ),
}
PASSES = {
    "M2": (
        "Aider celles et ceux qui apprennent seuls.",
        "Permettre à chaque enseignante de publier.",
        "Donner aux enfants le goût de lire.",
        "Accompagner les personnes en situation de handicap.",
        "Aider les apiculteurs à déclarer leurs ruches.",
        "À destination des orthophonistes.",
        "Au service des mal-logés.",
        "Accueillir les exilés.",
        "Développer les pratiques des musicien·ne·s amateurs.",
        "Mettre en relation recruteurs et saisonniers.",
        "Aider les petites communes à entretenir leurs ponts.",
        "Les habitants des quartiers trouvent un médecin.",
        "Permettre aux harkis de raconter leur vie.",
        "Un guichet pour les étudiant(e)s étrangers.",
        "Former la prochaine génération d'ici.",
        "Éclairer les personnes à la recherche d'un toit.",
        "Équiper 350 démineurs.",
        "Informer l'employeur au bon moment.",
        "Le bien-être des citoyens d'abord.",
    ),
    "M3": (
        "Chaque enseignant publie un premier cours.",
        "Donner aux enfants un meilleur départ.",
        "Les élèves finissent premiers ou derniers, mais finissent.",
        "Comparer les données de référence des communes.",
    ),
    "M4": (
        "J’ai aidé des familles.",
        "Publier un premier cours que les élèves terminent.",
        "Faciliter l'application du droit du travail pour les salariés.",
        "Protéger les sites naturels avec les riverains.",
        "Les artisans gardent leur outil de travail.",
        "Trouver une solution au logement des saisonniers.",
        "Soutenir les communs du logiciel libre avec les bénévoles.",
        "Protéger les auteurs à l'ère de l'IA.",
    ),
    "M5": (
        "Publier un premier cours que les élèves terminent.",
        "Soigner chaque patient près de chez lui.",
        "Optimiser les tournées des infirmières.",
        "Accompagner les entreprises innovantes du territoire.",
        "Partager les bonnes pratiques entre communes.",
        "Décaler les trajets des salariés aux heures de pointe.",
        "Verser les aides exceptionnelles aux éleveurs.",
    ),
    "M7": (
        "Aider chaque enseignant à publier.",
        "Faciliter la vie des aidants.",
        "Soutenir les aidants la nuit.",
        "Publier un premier cours que les élèves terminent.",
    ),
    "M6": ("Chaque enseignant publie un premier cours que les élèves terminent.", "Aider les familles."),
    "O1": (
        "Les auteurs terminent ce qu'ils commencent.",
        "Se remettre de la COVID-19.",
        "1 jeune, 1 solution tient sa promesse.",
        "Objectif 2030 rassemble les villages.",
        "Le plan de relance 2021 profite aux artisans.",
        "Les agents répondent 24 heures sur 24.",
        "Le RGAA 4.1 est respecté partout.",
        "L'article 5 est compris des locataires.",
    ),
    "O4": (
        "Aider les auteurs à terminer.",
        "Réduire l'attente des patients.",
        "Développer l'autonomie des élèves.",
        "Créer du lien entre voisins.",
        "Améliorer le sommeil des soignants.",
        "Identifier 80 % des élèves qui décrochent.",
        "Lancer le portail pour que les élèves révisent seuls.",
    ),
    "K2": ("Taux de participation", "Consultations par patient"),
    "K3": (
        "Améliorer la complétion de 20% à 30%",
        "Cours publiés par mois",
        "Réduire le délai de réponse",
        "Développer le tourisme durable",
        "Développer la notoriété",
        "Formulaires abandonnés",
        "Les élèves progressent",
        "Délai de mise en ligne",
        "Guides utilisés par les enseignants",
        "Publier plus vite",
        "Créer des emplois locaux",
        "Plus de sérénité : agenda synchronisé",
        "Visibilité : articles et vidéos",
        "Utilisation du site",
        "Nombre de pages",
        "Apprendre un langage",
        "Les usagers s'inscrivent",
        "Cours vendus/mois",
    ),
    "K4": (
        "Leçons terminées",
        "Part des audits terminés",
        "Les usagers peuvent trouver leur dossier plus vite",
        "Coût de mise en place",
    ),
    "K5": (
        "Trafic illicite de biens culturels",
        "Procédure d'inscription",
        "Pages vues par leçon",
        "Taux de téléchargement",
        "Élèves qui suivent un deuxième cours",
    ),
    "R1": ("faire une leçon sans perdre un week-end", "savoir si j'ai droit à une aide"),
    "R2": (
        "faire une leçon sans perdre un week-end",
        "En tant qu’aidante, j’ai besoin de toucher une aide afin de continuer à m’occuper de ma mère",
        "Je veux trier mes leçons pour trouver la dernière",
        "payer le dimanche parce que le guichet est fermé en semaine",
    ),
    "R3": ("savoir si j'ai droit à une aide", "être comprise par mon médecin", "trouver ce que je dois"),
}


@pytest.mark.parametrize("id", FIRES)
def test_lines_that_must_fire(id: str) -> None:
    """A rule speaks about each of these French lines."""
    assert all_wrong(id, map(SAYS[id[0]], FIRES[id]), expected=True, language="fr") == []


@pytest.mark.parametrize("id", PASSES)
def test_lines_that_must_pass(id: str) -> None:
    """A rule says nothing about these French lines; an infinitive is no output."""
    assert all_wrong(id, map(SAYS[id[0]], PASSES[id]), expected=False, language="fr-CA") == []


@pytest.mark.parametrize(
    ("who", "wrong"), [("notre équipe", True), ("l’application", True), ("les enseignants", False), ("élèves", False)]
)
def test_who_acts_in_french(who: str, wrong: bool) -> None:
    """The team and the product are no users in French either."""
    assert fires("O5", outcome(who), "fr") is wrong


@pytest.mark.parametrize("name", ["Chiffre d'affaires", "Délai de réponse", "Temps passé"])
def test_pushed_targets_in_french(name: str) -> None:
    """Revenue, speed and engagement want a guard in French too."""
    assert fires("K6", metric_says(name, target={"value": 5}), "fr")


@pytest.mark.parametrize(("name", "left_out"), [("Ne rien faire", False), ("Le statu quo", False), ("Un studio", True)])
def test_doing_nothing_in_french(name: str, left_out: bool) -> None:
    """A comparison knows how people say that they do nothing."""
    other = {"id": "other", "name": name, "strengths": ["Gratuit"]}
    assert fires("W1", Example(name, {"mission": {"alternatives": [other]}}), "fr") is left_out


@pytest.mark.parametrize("name", ["Auteurs qui publient", "Erreurs", "Satisfaction"])
def test_other_targets_in_french(name: str) -> None:
    """A target of something else wants no guard in French either."""
    assert not fires("K6", metric_says(name, target={"value": 5}), "fr")
