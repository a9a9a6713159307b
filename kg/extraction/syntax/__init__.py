"""Views of the parse that the extractors share: clauses and phrases, tolerant of the parser's usual slips."""
