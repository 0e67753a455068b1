"""Turn products into sites: papermill runs the chapters, Jupyter Book makes the pages, a verified site moves in."""
