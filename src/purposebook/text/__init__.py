"""How values become words: numbers, plurals, and a team's text inside a sentence of ours."""
