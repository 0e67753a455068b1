"""Measures -> sentences for people who read no statistics, and who act on what they read."""

from purposebook.measures.words.asking import survey_sentence
from purposebook.measures.words.guarding import guard_words
from purposebook.measures.words.people import counted_people
from purposebook.measures.words.whole import sentence

__all__ = ["counted_people", "guard_words", "sentence", "survey_sentence"]
