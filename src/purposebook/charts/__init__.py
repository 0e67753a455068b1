"""Values become altair charts, each with a title, a description in words and its data; no HTML here."""
