"""Regular English inflection undone: what is tried for a form that the lemma table does not list."""
import re

_PLURALS = ((r"(?<=[^aeiou])ies$", "y"), (r"(?<=[sxzh])es$", ""), (r"(?<=[^su])s$", ""))
_THIRD = (*_PLURALS, (r"(?<=o)es$", ""))
_VOWEL = re.compile("[aeiouy]")
_KEEPS_E = re.compile(r"(?:[^aeiou][aeiou](?:[ckmnptdgrvz])|[cgsuvz]|[^aeiou]l|[aeiou][st]|[td]l)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def singular(form: str) -> str:
    """The singular of a lower-case regular plural: "bombings" gives "bombing"; other words unchanged."""
    return _undone(form, _PLURALS)


def infinitive(form: str) -> str:
    """The infinitive of a lower-case regular verb form in -s, -ed or -ing: "shelled" gives "shell"."""
    for suffix in ("ing", "ed"):
        stem = form.removesuffix(suffix)
        if stem != form and _VOWEL.search(stem):
            return _restored(stem)
    return _undone(form, _THIRD)


def positive(form: str) -> str:
    """The positive of a lower-case regular comparative or superlative: "heaviest" gives "heavy"."""
    for suffix in ("est", "er"):
        stem = form.removesuffix(suffix)
        if stem != form and _VOWEL.search(stem):
            return stem[:-1] + "y" if stem.endswith("i") else _restored(stem)
    return form


def _undone(form: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, ending in rules:
        if re.search(pattern, form):
            return re.sub(pattern, ending, form)
    return form


def _restored(stem: str) -> str:
    """The stem with the final e or the single consonant that the suffix took: "dat" is "date", "stopp" is "stop"."""
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _KEEPS_E.search(stem) else stem
