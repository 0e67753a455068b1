"""What Jira calls its columns in the languages of its users, as its CSV exports of Cloud and Data Center write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

_POINTS: Final = ("story points", "story point estimate")
_NAMES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "en": {
        "key": ("issue key", "work item key", "key"),
        "title": ("summary",),
        "status": ("status",),
        "status_category": ("status category",),
        "resolution": ("resolution",),
        "created": ("created",),
        "closed": ("resolved", "resolution date"),
        "effort": (*_POINTS, *(f"custom field ({name})" for name in _POINTS)),
        "category": ("issue type", "work type", "work item type"),
        "labels": ("labels",),
    },
    "de": {
        "key": ("vorgangsschlüssel", "schlüssel"),
        "title": ("zusammenfassung",),
        "status": ("status",),
        "status_category": ("statuskategorie",),
        "resolution": ("lösung", "erledigung"),
        "created": ("erstellt", "erstellt am", "angelegt"),
        "closed": ("erledigt", "gelöst", "behoben", "lösungsdatum"),
        "effort": tuple(f"benutzerdefinierte felder ({name})" for name in (*_POINTS, "story point-schätzung")),
        "category": ("vorgangstyp", "typ"),
        "labels": ("stichwörter", "etiketten"),
    },
    "fr": {
        "key": ("clé de ticket", "clé du ticket", "clé", "clef"),
        "title": ("résumé",),
        "status": ("état", "statut"),
        "status_category": ("catégorie d'état", "catégorie de statut"),
        "resolution": ("résolution",),
        "created": ("création", "créée", "créé", "date de création"),
        "closed": ("résolue", "résolu", "date de résolution"),
        "effort": tuple(f"champs personnalisés ({name})" for name in _POINTS),
        "category": ("type de ticket", "type de demande"),
        "labels": ("étiquettes",),
    },
    "es": {
        "key": ("clave de incidencia", "clave"),
        "title": ("resumen",),
        "status": ("estado",),
        "status_category": ("categoría de estado", "categoría del estado"),
        "resolution": ("resolución",),
        "created": ("creada", "creado", "fecha de creación"),
        "closed": ("resuelta", "resuelto", "fecha de resolución"),
        "effort": (*(f"campo personalizado ({name})" for name in _POINTS), "puntos de historia"),
        "category": ("tipo de incidencia",),
        "labels": ("etiquetas",),
    },
    "pt": {
        "key": ("chave da item", "chave do item", "chave da pendência", "chave"),
        "title": ("resumo",),
        "status": ("status", "estado", "situação"),
        "status_category": ("categoria do status",),
        "resolution": ("resolução",),
        "created": ("criado", "criada"),
        "closed": ("resolvido", "resolvida"),
        "effort": tuple(f"campo personalizado ({name})" for name in _POINTS),
        "category": ("tipo de item", "tipo do item", "tipo de pendência"),
        "labels": ("etiquetas", "rótulos"),
    },
    "it": {
        "key": ("chiave ticket", "chiave segnalazione", "chiave"),
        "title": ("riepilogo", "sommario"),
        "status": ("stato",),
        "resolution": ("risoluzione",),
        "created": ("creato", "creata"),
        "closed": ("risolto", "risolta"),
        "category": ("tipo di ticket", "tipo segnalazione"),
        "labels": ("etichette",),
    },
    "nl": {
        "key": ("issuesleutel", "sleutel"),
        "title": ("samenvatting",),
        "status": ("status",),
        "resolution": ("oplossing",),
        "created": ("aangemaakt", "gemaakt"),
        "closed": ("opgelost",),
        "category": ("issuetype",),
        "labels": ("labels",),
    },
}
_LINKS: Final = ("url", "link")


def jira_columns() -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    """Yield each language with its columns by field; English names, which plugins keep, stand behind its own."""
    english = _NAMES["en"]
    for language, names in _NAMES.items():
        joined = {name: (*names.get(name, ()), *(english[name] if language != "en" else ())) for name in english}
        yield language, {**joined, "link": _LINKS}
