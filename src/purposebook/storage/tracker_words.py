"""The words of trackers for how far a piece of work is, and for why it was closed, in the languages that they speak.

A word is compared without upper and lower case, accents, apostrophes and other marks: `Terminé(e)`, `NOT_PLANNED` and
`✅ Done` are found. What stands here means the same in every tracker; a word with two meanings is left out, so that the
import asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from purposebook.domain.work import WorkStatus

_OPEN: Final = """
open, opened, new, to do, todo, backlog, ready, triage, reopened, selected for development, proposed, approved, planned,
unstarted, not started
offen, zu erledigen, aufgaben, neu, erneut geöffnet, wieder geöffnet, wiedereröffnet, geplant, nicht begonnen,
ausgewählt für entwicklung, für entwicklung ausgewählt
à faire, ouvert(e), nouveau, nouvelle, rouvert(e), réouvert(e), planifié(e), non démarré(e),
sélectionné(e) pour le développement
por hacer, tareas por hacer, abierto, abierta, pendiente, nuevo, nueva, reabierto, reabierta, planificado, planificada,
seleccionado para desarrollo, sin empezar
a fazer, aberto, aberta, pendente, itens pendentes, tarefas pendentes, novo, nova, reaberto, reaberta, planejado
da fare, da completare, aperto, aperta, nuovo, nuova, riaperto, riaperta
te doen, nieuw, heropend, gepland
"""
_DOING: Final = """
doing, active, committed, started, in progress, in review, in testing, in development, under review, blocked
in arbeit, in bearbeitung, wird bearbeitet, in entwicklung, in prüfung, in überprüfung, im test, begonnen, gestartet,
blockiert
en cours, en cours de développement, en développement, en cours de révision, en révision, revue en cours, en revue,
en test, en cours de test, commencé(e), démarré(e), bloqué(e)
en curso, en progreso, en proceso, en desarrollo, en revisión, en pruebas, iniciado, iniciada, bloqueado, bloqueada
em andamento, em progresso, em curso, em desenvolvimento, em revisão, em teste
in corso, in lavorazione, in sviluppo, in revisione, bloccato, bloccata
in uitvoering, in behandeling, in ontwikkeling, in beoordeling, bezig, geblokkeerd
"""
_DONE: Final = """
done, closed, resolved, completed, complete, finished, merged, released, shipped
fertig, fertiggestellt, erledigt, geschlossen, abgeschlossen, gelöst, behoben, umgesetzt, veröffentlicht
terminé(e), fini(e), fermé(e), clos(e), clôturé(e), résolu(e), achevé(e), livré(e), corrigé(e), fait(e)
hecho, hecha, listo, lista, finalizado, finalizada, finalizados, terminado, terminada, cerrado, cerrada, resuelto,
resuelta, completado, completada, entregado, entregada, corregido, corregida, solucionado, solucionada
concluído, concluída, itens concluídos, feito, feita, fechado, fechada, resolvido, resolvida, entregue, corrigido
fatto, fatta, completato, completata, chiuso, chiusa, risolto, risolta, concluso, conclusa
gereed, klaar, voltooid, gesloten, opgelost, afgerond
"""
_DROPPED: Final = """
dropped, removed, canceled, cancelled, duplicate, duplicated, declined, rejected, abandoned, discarded, dismissed,
withdrawn, superseded, obsolete, outdated, stale, invalid, incomplete, wont do, won't fix, wontfix, wont implement,
won't be done, won't be fixed, will not do, will not fix, will not implement, not planned, not doing, not done,
not fixed, not implemented, not a bug, not a defect, not an issue, not a problem, no bug, no problem, not required,
not needed, not necessary, not relevant, not applicable, n/a, no longer needed, no longer required, no longer relevant,
no longer applicable, no action, no action needed, no action required, no change required, works for me, worksforme,
works as designed, works as intended, working as designed, working as intended, as designed, by design,
cannot reproduce, can't reproduce, could not reproduce, unable to reproduce, not reproducible, out of scope,
out of date, void, spam
abgebrochen, verworfen, abgelehnt, zurückgewiesen, zurückgezogen, storniert, duplikat, doppelt, ungültig, veraltet,
obsolet, hinfällig, überholt, unvollständig, wird nicht erledigt, wird nicht behoben, wird nicht gemacht,
wird nicht umgesetzt, wird nicht bearbeitet, wird nicht durchgeführt, wird nicht korrigiert, nicht durchzuführen,
nicht umgesetzt, nicht behoben, nicht geplant, nicht erforderlich, nicht notwendig, nicht nötig, nicht mehr benötigt,
nicht mehr relevant, nicht zutreffend, nicht reproduzierbar, kann nicht reproduziert werden,
konnte nicht reproduziert werden, kein fehler, kein bug, kein problem, funktioniert wie vorgesehen, wie vorgesehen
annulé(e), abandonné(e), rejeté(e), refusé(e), décliné(e), retiré(e), écarté(e), doublon, en double, dupliqué(e),
invalide, non valide, obsolète, caduc, périmé(e), incomplet, incomplète, ne sera pas fait(e), ne sera pas corrigé(e),
ne sera pas réalisé(e), ne sera pas résolu(e), ne sera pas traité(e), ne pas corriger, ne pas faire, non planifié(e),
non prévu(e), non requis(e), non nécessaire, plus nécessaire, non applicable, impossible à reproduire,
impossible de reproduire, ne peut pas être reproduit(e), non reproductible, pas un bug, n'est pas un bug,
ce n'est pas un bug, pas un problème, n'est pas un problème, hors périmètre, hors sujet
cancelado, cancelada, anulado, anulada, descartado, descartada, rechazado, rechazada, abandonado, abandonada, retirado,
retirada, duplicado, duplicada, inválido, inválida, no válido, no válida, obsoleto, obsoleta, incompleto, incompleta,
no se hará, no se realizará, no se corregirá, no se solucionará, no se resolverá, no se arreglará, no planificado,
no planificada, no requerido, no es necesario, ya no es necesario, no aplica, no se puede reproducir, no reproducible,
no es un error, no es un bug, no es un problema, fuera de alcance, fuera del alcance
rejeitado, rejeitada, recusado, não será feito, não será corrigido, não será resolvido, não planejado,
não é possível reproduzir, não reproduzível, não é um bug, não é um problema, não aplicável, fora do escopo
annullato, annullata, rifiutato, rifiutata, scartato, scartata, duplicato, non valido, non verrà fatto,
non verrà risolto, non verrà corretto, non pianificato, non riproducibile, impossibile riprodurre, non è un bug,
fuori ambito
geannuleerd, afgewezen, vervallen, duplicaat, dubbel, ongeldig, verouderd, wordt niet uitgevoerd, wordt niet opgelost,
niet gepland, niet reproduceerbaar, geen bug, buiten scope
"""
_FIXED: Final = """
fixed, fix released, implemented, delivered, deployed, accepted
implementiert
implémenté(e), réalisé(e)
implementado, implementada, realizado, realizada
"""
"""Resolutions of work that was done; as a status they could mean something else."""
_UNRESOLVED: Final = """
unresolved, none, not resolved, nicht erledigt, unerledigt, ungelöst, nicht gelöst, keine, non résolu(e), aucun(e),
sin resolver, no resuelto, no resuelta, ninguna, não resolvido, não resolvida, non risolto, onopgelost
"""
"""Resolutions that say of nothing why it is closed."""


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """Return a word without what trackers write differently; one that is nothing but marks stays as it is."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("'", "").replace("\u2019", ""))
    bare = "".join(mark for mark in letters if not unicodedata.combining(mark))
    return " ".join("".join(mark if mark.isalnum() else " " for mark in bare).split()) or word.strip()


def _listed(text: str) -> Iterator[str]:
    """Yield each word of a list; `fini(e)` is `fini`, `finie` and `fini(e)`."""
    for word in filter(None, map(str.strip, re.split(r"[,\n]", text))):
        yield from (plain(word), plain(word.replace("(e)", "")), plain(word.replace("(e)", "e")))


def _meanings(**words: str) -> Mapping[str, WorkStatus]:
    """Return what each word of these lists means."""
    statuses: dict[str, WorkStatus] = {"open": "open", "doing": "doing", "done": "done", "dropped": "dropped"}
    return MappingProxyType({word: statuses[name] for name, text in words.items() for word in _listed(text)})


STATUSES: Final = _meanings(open=_OPEN, doing=_DOING, done=_DONE, dropped=_DROPPED)
"""What a word in a column of statuses means."""
RESOLUTIONS: Final = _meanings(open=_OPEN + _UNRESOLVED, doing=_DOING, done=_DONE + _FIXED, dropped=_DROPPED)
"""What a word in a column of resolutions means; one for `open` or `doing` leaves it to the status."""
