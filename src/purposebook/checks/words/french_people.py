"""The French words of people, and of those who are nobody in particular."""

from __future__ import annotations

from typing import Final

_SITUATED: Final = r"""
    (qui|dont|avec|sans|en|dans|vivant|ayant|touchées?|touchés|concernées?|concernés|habitant|agées?|agés|souffrant|
    du|de|des|issus?|issues|atteintes?|victimes|handicapées?|malades|âgées|isolées?|sourdes?|aveugles)
""".strip()
_ANNOUNCED: Final = r"""
    (les |aux |des |nos |vos |ses |ces |leurs |mes |certains |plusieurs |de |d'|par |pour |entre |et |ou |
    en tant que |\d+ )
""".strip()
"""What announces a noun in the plural; an ending alone may be an adjective's."""
_BESIDE: Final = r"""
    (jeunes|petite?s|futurs?|futures|nouveaux|nouvelles|nouvel|nouveau|grands|différents|différentes|autres|autre|
    meilleurs|divers|diverses|principaux|anciens|anciennes|ex|non|primo|co)
""".strip()
"""Adjectives that stand before their noun."""
_MORE: Final = "(en faveur|au profit|à destination|à l'attention|au service|à l'usage|à disposition|auprès)"
PEOPLE: Final = rf"""
    patients?; patientes?; (gens|individus|usagères?) (?!de \w+[eio]r?re?(?!\w)){_SITUATED}; (utilisateurs?|
    utilisatrices?|clients?|clientes?) (qui|dont|sans|vivant|ayant|souffrant|agés|âgés|handicapés|malades|sourds|
    aveugles|malvoyants); usagers?; personnes? (?!(et|ou|peut|peuvent|pour|par|à|au|ne|n)(?!\w))\w+;
    personnes à (la recherche|mobilité|besoins?|risques?|charge|faibles?|la rue); (les|des|aux|ces|ses|leurs|nos|vos|
    pour|de|d'autres|nouveaux) publics; (le|du|au) (grand )?public (qui|dont|avec|sans|en|éloigné|empêché|fragile|
    vulnérable|précaire|jeune|senior)\w*; (celles et ceux|ceux et celles|ceux|celles|quiconque|toute personne|
    toutes les personnes|tous ceux|chacun de ceux) (qui|dont|que); femmes?; hommes; (?<!l')homme; filles?; garçons?;
    enfants?; bébés?; adolescents?; adolescentes?; jeunes; adultes?; aînés?; seniors?; parents?; mères?; pères?;
    grands parents; familles?; foyers?; ménages?; aidants?; aidantes?; élèves?; étudiants?; étudiantes?; enseignants?;
    enseignantes?; professeurs?; professeures?; profs?; apprentis?; scientifiques; bibliothécaires?; écrivains?;
    professionnels? (du|de|des|en|dans|et|ou); (les|des|aux|nos|ces|chaque|ses|leurs|entre|de|en tant que|
    d'autres) professionnel(le)?s?; indépendants; indépendantes; artisans?; épargnants?; locataires?;
    (co ?)?propriétaires?; voisins?; voisines?; habitants?; habitantes?; riverains?; citoyens?; contribuables?;
    migrants?; réfugiés?; réfugiées?; détenus?; victimes?; malades; médecins?; sages femmes; paysans?; cyclistes?;
    piétons?; salariés?; salariées?; employés?; employées?; managers?; bénévoles?; candidats?; candidates?;
    demandeurs? d'emploi; demandeuses d'emploi; avocats?; avocates?; juges?; magistrats?; magistrates?; comptables?;
    fonctionnaires?; gestionnaires?; bénéficiaires?; allocataires?; notaires?; stagiaires?; libraires?; volontaires;
    partenaires sociaux; sans abris?; sans papiers; mal logés; mal logées; nouveau nés; (les|aux|des|vos|nos|
    leurs) proches; membres?; camarades; collègues; devs; admins; ados; mamans; papas; kinés; assos; néophytes;
    novices; experts?; expertes; adeptes; cadres (de|du|et|dirigeants); poètes; mineurs; orphelines?; nounous;
    psychiatres?; frères; sœurs; jeunesse; copains; individus; internautes?; plaisanciers?; justiciables?; élus?;
    élues?; maires; députés?; préfets?; ministres?; architectes?; psychologues?; thérapeutes?; kinésithérapeutes?;
    pédiatres?; vétérinaires?; géomètres?; archéologues?; urbanistes?; gendarmes?; militaires; policiers?; soldats?;
    marins?; pilotes? de \w+; guides? de \w+; chefs? (d'entreprise|d'établissement|de service|de projets?|
    d'exploitation); porteurs? (de|d') ?\w+; interprètes?; arbitres?; athlètes?; touristes?; supporters; hôtes?;
    nomades; convives; orphelins?; veuves?; veufs?; exilés?; jumeaux; peuples?; tribus; équipages?; troupes?; classes;
    (les|aux|des) (plus )?(démunis|précaires|fragiles|modestes|vulnérables|défavorisés|pauvres|aveugles|sourds|
    malvoyants|malentendants|handicapés|autistes|dyslexiques|exclus|isolés|âgés|anciens|aînés)(?! \w+(ments?|tions?));
    (les|aux|des) (français|françaises|francais|ultramarins|européens|africains|ruraux|citadins|parisiens|bretons|
    lyonnais|marseillais|québécois|suisses|belges|sénégalais)(?! (de la langue|langue)); (?!(chacun|tou|tous|client|
    utilisateur|chaqu)\W)\w+(·|\((?=\w{{1,6}}\)))\w+; \w+\.(e|ne|rice|trice|euse|ère|ice|le|te)(\.?s)?; \w+eurices?;
    \w+eur euse\w*; vies humaines; sauver des vies; la vie des \w+; le quotidien des \w+; leurs enfants; (jeunes|
    prochaines?|futures?|nouvelles?) générations?(?! d(e|') ?( produits?|solutions?|logiciels?|outils?|technologies?|
    services?)); (chaque|un|une|tout|le|la) jeune(?! (entreprise|pousse|société)); talents (\w+ains|\w+ais|locaux|
    émergents|canadiens|de demain); (les |des |aux )?majeurs (protégés|à protéger|vulnérables)
"""
AGENTS: Final = rf"""
    {_ANNOUNCED}({_BESIDE} )?\w{{2,}}(eurs|euses|trices|ants|antes|ents|entes|iens|iennes|éens|éennes|istes|iers|
    ières|logues|llers|llères|gers|gères|chers|chères|aires|ais|aises|ois|oises|ains|aines); (chaque|tout|toute|un|
    une|d'un|d'une) ({_BESIDE} )?\w{{2,}}(eur|euse|trice|ant|ante|ien|ienne|iste|ier|ière); (l'|le |la |du |
    au )\w{{3,}}(eur|euse|iste)
"""
NO_AGENTS: Final = r"""
    \w+ments; \w*(m|b|tr|g|p|gr|terr|loint|s|v|cert|proch|urb|dem|sout|pl|souterr|hum|qu[a-z]+t|sem|dom|h|l|ch|font|
    cent|douz|vingt|diz|cinquant|migr|gr|ver|r)ain(e)?s; \w*(m|l|empl|b|tr|f|conv|tourn|octr|expl|env|ch)ois; \w*(fr|
    dél|ess|rab|pal|rel|bal|mar|bi|engr|mauv|désorm|jam|v|r)ais; mauvaises; fraises; braises; chaises; ardoises;
    framboises; \w*(dang|ch|roch|planch|cloch|lég|potag|vach|jach|ench)[eè]re?s; formulaires; horaires; salaires;
    affaires; \w*commentaires; annuaires; questionnaires; inventaires; exemplaires; honoraires; dictionnaires;
    itinéraires; anniversaires; aires; paires; glossaires; vestiaires; sanitaires; séminaires; partenaires;
    actionnaires; scolaires; nécessaires; complémentaires; prioritaires; alimentaires; solidaires; budgétaires; (ré|
    para)glementaires; réglementaires; judiciaires; humanitaires; universitaires; similaires; populaires;
    supplémentaires; utilisateurs?; utilisatrices?; clients?; clientes?; \w*ordinateurs?; secteurs?; indicateurs?;
    \w*moteurs?; \w*valeurs?; erreurs?; couleurs?; fleurs?; plusieurs; ailleurs; leurs?; meilleurs?; facteurs?;
    capteurs?; serveurs?; processeurs?; vecteurs?; compteurs?; simulateurs?; calculateurs?; calculatrices?;
    navigateurs?; connecteurs?; adaptateurs?; accélérateurs?; incubateurs?; agrégateurs?; comparateurs?; marqueurs?;
    curseurs?; traceurs?; routeurs?; générateurs?; tracteurs?; aspirateurs?; réfrigérateurs?; ascenseurs?;
    téléviseurs?; récepteurs?; émetteurs?; convertisseurs?; radiateurs?; transformateurs?; détecteurs?;
    interlocuteurs?; conteneurs?; intérieurs?; extérieurs?; supérieurs?; inférieurs?; majeurs?; antérieurs?;
    ultérieurs?; postérieurs?; (haut|longu|larg|profond|épaiss|grand|lu|od|doul|chal|vap|sav|ampl|lent|lourd|rigu|fav|
    p|c[oœ]|vigu|terr|horr|hum|rum|tum|honn|bonh|malh|ard|douc|lang|pud|fur|ten|prim|meill|ch[oœ])eurs?; heurts?;
    \w*heures?; matrices?; motrices?; directrices?; cicatrices?; innovatrices?; novatrices?; \w+(ieuses|reuses|
    ueuses); coûteuses?; \w*(import|suiv|exist|innov|perform|intéress|satisfais|rest|manqu|marqu|prob|puiss|croiss|
    compos|pollu|cour|vari|const|inst|mont|conten|vol|brill|savant|sort|entr|levant|couch|vers|intr|extr|diam|
    él[ée]ph|aim|calm|gés?t|carbur|restaur|pl|rassur|conting|répond|correspond|résult|pré[cs]éd|dépend|déterm|stimul|
    enrichiss|engage|signifi|trait|tourn|collant|fortifi|solv|g)ante?s?; \w*(pertin|différ|perman|fréqu|excell|réc|
    acc|abs|évid|urg|précéd|prés|effici|transpar|cohér|compét|intellig|équival|tal|incid|accid|antécéd|contin|conting|
    torr|ingrédi|quoti|coeffici|gradi|affl|efflu|serp|v|d|c|cont|t|r|p|att|f|pat|dét|desc|l)ents?; \w*(vent|rent|pent|
    attent|entent|tent|fent|lent|patent|détent|descent|plant|récent|différent|pertinent|urgent|présent|cohérent|
    compétent|permanent|fréquent)es?; durant; pendant; avant; devant; autant; tant; quant; courants?; biens?;
    \w*liens?; rien; chiens?; combien; soutiens?; maintien; entretiens?; quotidiens?; quotidiennes?; anciens?;
    anciennes?; moyens?; moyennes?; européens?; européennes?; aériens?; aériennes?; terriens?; méridiens?; \w*listes?;
    pistes?; réalistes?; tristes?; premi[eè]re?s?; derni[eè]re?s?; dossiers?; fichiers?; papiers?; quartiers?;
    chantiers?; métiers?; courriers?; leviers?; ateliers?; financi[eè]re?s?; milliers?; sentiers?; calendriers?;
    cahiers?; paniers?; loyers?; fonci[eè]re?s?; (im)?mobili[eè]re?s?; singuli[eè]re?s?; r[eé]guli[eè]re?s?;
    enti[eè]re?s?; hospitali[eè]re?s?; famili[eè]re?s?; mati[eè]res?; mani[eè]res?; barri[eè]res?; fronti[eè]res?;
    lumi[eè]res?; fili[eè]res?; rivi[eè]res?; carri[eè]res?; pri[eè]res?; bi[eè]res?; cimeti[eè]res?; poussi[eè]res?;
    lisi[eè]res?; mini[eè]re?s?; foresti[eè]re?s?; laiti[eè]re?s?; routi[eè]re?s?; c[oô]ti[eè]re?s?; chaudi[eè]res?;
    paliers?; piliers?; escaliers?; colliers?; \w*miers; aciers?; tiers; catalogues?; dialogues?; analogues?;
    homologues?; \w*(it|et|iet|ert|aut|ult|est|eut)(és|ées); données?; entrées?; années?; journées?; idées?; durées?;
    arrivées?; musées?; lycées?; trophées?; denrées?; tournées?; soirées?; montées?; visées?; portées?; vallées?;
    armées?; allées?; fusées?; marées?; cheminées?; pensées?; tranchées?; marchés?; degrés?; clés?; côtés?; procédés?;
    congés?; exposés?; énoncés?; relevés?; résumés?; tracés?; arrêtés?; comités?; traités?; communiqués?; prés; blés;
    fossés?; cafés?; pavés?; défilés?; corvées?; risées?; éditées?; gelées?; fées?; huées?; assemblées?; menées?;
    retombées?; traversées?; rentrées?; sorties; plongées?; percées?; dictées?; rangées?; poignées?; matinées?;
    destinées?; coordonnées?; contrées?; mosquées?; nuées?; orchidées?; odyssées?; épées?; purées?; randonnées?
"""
"""Things, adjectives and verbs with an ending of people."""
PARTICIPLES: Final = r"(les|aux|des|nos|ces|vos|leurs) \w{3,}e?es"
"""Only an accent in the end tells `les assurés` from other words."""
SERVED: Final = rf"""
    permett(re|ons|ent|ant) (à|aux) (?!(la|l'|le|leur|leurs|tous|toutes|tout|nos|vos|chacune?|clients|
    utilisateurs)(?!\w))(\w+ )?(?!\w+(tion|ment|age|ite|ance|ence|ure)s?(?!\w))\w+ ([\w']+ ){{0,5}}(de|d'); aid(er|
    ons|ent|ant) (les|des|nos|ces|chaque|toutes les|tous les) (?!(clients|utilisateurs|gens|partenaires)(?!\w)|
    \w+(tion|ment|age|ite|ance|ence|ure)s?(?!\w))\w+ ([\w']+ ){{0,5}}(à|dans|et); (donner|offrir|apporter|proposer|
    fournir)( \w+){{0,3}} aux (?!\w+(tion|ment|age|ite|ance|ence|ure|oin|ide|ee)s?(?!\w))\w+s (en|ayant|souhaitant|
    désirant|cherchant|voulant|concernée?s|éloignée?s|fragiles); {_MORE} (des|d'|de tous les|de toutes les|
    de chaque) (?!\w+(tion|ment|age|ite|ance|ence|ure|isme|ogie|oire|et|nee)s?(?!\w))\w+s; (les|aux|des) \w+ (qui|
    dont) ([\w']+ ){{0,3}}(veulent|souhaitent|cherchent|peuvent|doivent|vivent|travaillent|habitent|souffrent|
    apprennent|ont besoin|n'ont pas)
"""
BODIES: Final = r"""
    (chaque|une|sa|votre|leur|de la) commune; collectivités; intercommunalités; (les|aux|des|nos|ces|vos|leurs|chaque|
    certaines|toutes les|petites|entre|pour|et|ou) (petites et moyennes |petites |nouvelles |jeunes |
    autres )?(entreprises?|associations?|écoles?|communes|collectivités?|mairies?|villes?|villages?|communautés?|
    territoires|administrations?|ministères?|préfectures?|hôpita(l|ux)|établissements?|universités?|lycées?|collèges?|
    crèches?|laboratoires?|bibliothèques?|musées?|structures?|organismes?|organisations?|entités?|institutions?|
    fondations?|syndicats?|départements|régions|tribunaux|juridictions|cabinets|commerces|exploitations|coopératives?|
    start ?ups?|fédérations?|clubs|rédactions|médias|métropoles|intercommunalités|directions|unités|autorités|
    opérateurs|acteurs|maisons|centres|ong|eti); tpe; pme; ong; epci; ccas; ehpad; cpam; mdph; missions locales;
    petites entreprises; pouvoirs publics; services (de l'état|de secours|d'urgence|instructeurs|sociaux|
    déconcentrés); (lycées|collèges) \w+; structures d\w*
"""
WITHIN: Final = r"""
    (dans|au sein|chez|en) (de |d')?(les|la|le|l'|des|nos|ces|leurs|chaque|toutes les|tous les|certaines|du|un|
    une)? ?(autres |petites )?\w+
"""
"""An organisation behind these is a place."""
ANYBODY: Final = r"""
    tous; toutes; toutes et tous; tout le monde; chacun; chacune; chaque personne; les gens; utilisateurs?;
    utilisatrices?; clients?; clientes?; le monde; le public; la société; l'humanité; partenaires?; actionnaires?;
    les entreprises; parties prenantes
"""
OURSELVES: Final = r"""
    (une|notre|nos|l') ?équipes? (de|d') ?\w+( \w+)?; nos (équipes|salariés|collaborateurs|experts|développeurs|
    ingénieurs|actionnaires|bénévoles|agents); actionnaires; citoyens? de seconde zone; ((?<!bien[\s-])être|devenir|
    sommes|rester) (le|la|les|des|un|une) \w+( \w+)?
"""
"""Those who act for the organisation, and are not whom it serves."""
