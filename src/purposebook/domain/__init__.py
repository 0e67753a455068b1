"""What a team can say: frozen models, and the relations between them."""
