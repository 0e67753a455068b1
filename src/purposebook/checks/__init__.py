"""What the rules say about a workbook: findings, evidence board, and their reports."""
