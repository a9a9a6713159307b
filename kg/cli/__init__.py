"""The command line: each command parses, calls one function, prints."""
from kg.cli.app import main

__all__ = ["main"]
