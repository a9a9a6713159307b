from pathlib import Path

from training.conllu import sentences

TEXT = """# newdoc id = one
# text = They don't flee.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tflee\tflee\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# text = Wanna flee
1-2\tWanna\t_\t_\t_\t_\t_\t_\t_\t_
1\tWant\twant\tVERB\tVB\t_\t0\troot\t_\t_
2\tto\tto\tPART\tTO\t_\t3\tmark\t_\t_
3\tflee\tflee\tVERB\tVB\t_\t1\txcomp\t_\t_

"""


def test_contractions_are_cut_and_misfits_folded(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(TEXT, encoding="utf8")
    first, second = sentences(tmp_path / "a.conllu")
    assert first.words == ("They", "do", "n't", "flee", ".")
    assert first.spaces == (True, False, True, False, True)
    assert (first.heads, first.relations[3], first.opens) == ((3, 3, 3, -1, 3), "ROOT", "document")
    assert (second.words, second.heads, second.opens) == (("Wanna", "flee"), (-1, 0), "paragraph")
