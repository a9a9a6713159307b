"""`python -m benchmarks.muc4 --docs DOCS --out PREDS`."""
from benchmarks.muc4.run import main

main()
