"""`python -m benchmarks.synthetic 1000 10000 [--what cost]`."""
from benchmarks.synthetic.measure import main

main()
