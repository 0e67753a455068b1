"""The French words of needs and alternatives."""

from __future__ import annotations

from typing import Final

FACELESS: Final = r"""
    en tant (que|qu') ?(une? |l')?(utilisateur|utilisatrice|client|cliente|usager|usagère|visiteur|visiteuse|personne|
    citoyen|citoyenne|internaute)(?=,|:| (je|nous|il|elle)(?!\w)| j'|$)
"""
_WHO: Final = r"((en tant qu|pour|comme)[^,.:!?]{1,80}?[,:]? )?"
NEED_OPENERS: Final = rf"""
    {_WHO}(je |j'|nous |il |elle |ils |elles |on |les \w+ )(veux|veut|veulent|voulons|souhaite|souhaitons|souhaitent|
    voudrais|voudrait|dois|doit|doivent|devons|(ai|as|a|avons|ont) besoin( de| d')?)( pouvoir)?;
    (avoir )?besoin (de|d')( pouvoir)?; {_WHO}pouvoir; devoir; être (capable|en mesure) (de|d')
"""
REASONS: Final = r"""
    (afin|pour|de sorte|de manière|de façon|si bien|avant|de peur) (que|qu'); afin (de|d'); pour ne pas;
    pour (y |en |me |m'|se |s'|nous |vous |le |la |les |l')?[a-z]+(er|ir|re|oir); parce (que|qu'); car;
    puisque; puisqu'; en cas (de|d'); sans (que|qu'); sans (y |en |me |m'|se |s'|le |la |les |l')?[a-z]+(er|ir|re|oir);
    au lieu (de|d'); plutôt (que|qu'); de peur (de|d'); sinon; avant (de|d'); faute de quoi
"""
THING_OPENERS: Final = r"""
    une?; de (meilleure?s?|nouvelle?s?|nouveaux|bonne?s?); le; la; les; l'; des; du; mon; ma; mes;
    notre; nos; plus (de|d'); moins (de|d'); meilleure?s?; davantage; bonne?s?; simple; rapide; facile
"""
KNOWING: Final = r"""
    comprendre; (être|rester|devenir|me tenir|se tenir) (mieux |bien |plus )?(consciente?s?|informée?s?|au courant|au
    fait|sensibilisée?s?)( de| des| du| d'| à| aux)?; (prendre|avoir) (conscience|connaissance) (de|des|du|d');
    en savoir (plus|davantage); (mieux )?connaître; réaliser que; (me|se) rendre compte; apprendre à connaître;
    avoir une (bonne |meilleure )?(compréhension|idée) (de|des|du|d')
"""
DOING_NOTHING: Final = r"""
    ne rien (faire|changer|acheter); rien( du tout)?(?=\W*$); statu quo; (faire|vivre|se débrouiller|continuer) sans;
    s'en passer; (continuer|faire|rester) comme (avant|aujourd'hui|toujours|maintenant); renoncer; abandonner;
    laisser (les choses|tout) (en l'état|comme ça|comme c'est); attendre; inaction; ne pas (agir|changer|le faire);
    rester (chez soi|à la maison)
"""
