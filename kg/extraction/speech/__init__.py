"""Reported speech: who says what, in which words, and when."""
from kg.extraction.speech.quotes import Quote, quotations
from kg.extraction.speech.speech import Speech
from kg.extraction.speech.speeches import speeches

__all__ = ["Quote", "Speech", "quotations", "speeches"]
