"""Run chapters and make pages in processes that have read all code: as isolated as new ones, and much faster."""
