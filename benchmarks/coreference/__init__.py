"""Which words mean the same thing: the product's entities of a report against GUM's annotation."""
