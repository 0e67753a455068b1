"""The French verbs and nouns of making."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words.forms import participles

VERBS: Final = r"""
    livrer; lancer; relancer; déployer; migrer; documenter; implémenter; implanter; installer; configurer;
    paramétrer;
    intégrer; refondre>refondue?s?; rédiger; construire>construite?s?;
    reconstruire>reconstruite?s?; développer; concevoir>conçue?s?; créer; publier; recruter; embaucher; organiser;
    finaliser; terminer; automatiser; ajouter; sortir; définir; élaborer; réaliser;
    formaliser; prototyper; maquetter; consolider; moderniser; industrialiser;
    centraliser; numériser; dématérialiser; digitaliser; standardiser; harmoniser; traduire>traduite?s?; adapter;
    mutualiser; aménager; conventionner; rénover; uniformiser;
    généraliser; cartographier; modéliser; brancher; connecter; raccorder; interfacer; héberger; exporter; importer;
    synchroniser; remplacer; supprimer; corriger; repenser; réorganiser;
    restructurer; bâtir; établir; constituer; diffuser; acheter;     mettre à jour>mise?s? à jour;
    mettre à (la )?disposition>mise?s? à (la )?disposition;
    mettre sur pied>mise?s? sur pied;
    mettre au point>mise?s? au point; équiper; amorcer; initier; démarrer;
    refactoriser; référencer; labelliser; tenir à jour>tenue?s? à jour;
    recenser;
    planifier; scinder; fusionner; spécifier; afficher; masquer; agrandir; cloner; compiler; activer;
    désactiver; indexer; chiffrer; basculer; répliquer; factoriser; visualiser; dessiner; fabriquer; assembler;
    réparer; restaurer; formuler; illustrer; distribuer; regrouper; répertorier; inventorier; codifier;
    normaliser; unifier; externaliser; internaliser; extraire>extraite?s?; transférer; convertir; dupliquer;
    décliner; packager; versionner; provisionner; conteneuriser; annoter; purger; retirer; instancier;
    décommissionner;
    co ?construire>co ?construite?s?; co ?concevoir>co ?conçue?s?; co ?créer; co ?développer; co ?rédiger;
    co ?organiser; instituer; programmer; coder; paramétrer; pré ?remplir; géolocaliser; géo ?référencer;
    encoder; scénariser; vectoriser; segmenter; nettoyer; câbler; reconfigurer; réintégrer; réimplémenter
"""
"""What a team makes."""
LIKE_NOUNS: Final = r"""
    lister; archiver; structurer; écrire; revoir; monter; dresser; éditer; filmer; imprimer;
    instaurer; refaire; porter; outiller; désigner; ouvrir; mener; conduire; rationaliser; urbaniser
"""
"""Verbs that make a thing too, and whose participle without accent looks like a noun or an adjective."""
MADE: Final = participles(VERBS) + "|mise?s? en (place|ligne|production|(œ|oe)uvre|service|page|forme|conformité)"
NOUN: Final = r"""
    (lancement|relance|mise (en (ligne|place|production|service|(œ|oe)uvre|conformité|page)|à (jour|disposition|
    niveau)|sur pied|au point)|déploiement|livraison|création|refonte|migration|implémentation|
    implantation|installation|rédaction|publication|intégration|recrutement|conception|réalisation|finalisation|
    élaboration|définition|organisation|préparation|production|ajout|extension|élargissement|industrialisation|
    automatisation|dématérialisation|numérisation|digitalisation|centralisation|connexion|raccordement|interfaçage|
    structuration|formalisation|consolidation|modernisation|construction|reconstruction|constitution|diffusion|
    achat|
    acquisition|remplacement|suppression|configuration|paramétrage|généralisation|ouverture|amorçage|stabilisation|
    écriture|prototypage|maquettage|standardisation|harmonisation|cartographie|documentation|synchronisation|
    embauche|
    traduction|achèvement|réorganisation|restructuration|tenue|outillage|hébergement|
    portage|
    sortie|édition|impression|enrichissement|établissement|lancements|envoi|correction)
""".strip()
