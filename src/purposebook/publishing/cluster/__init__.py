"""Let the workers of a Dask cluster make pages, and check each answer as if a stranger had written it."""
