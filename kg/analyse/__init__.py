"""What people ask of a graph first: who is central, who belongs together, who fights whom, which sources agree."""
from kg.analyse.answers import ANALYSES, analyse
from kg.analyse.frames import frames
from kg.analyse.networks import PROJECTIONS, to_networkx, write_network
from kg.analyse.plots import plot

__all__ = ["ANALYSES", "PROJECTIONS", "analyse", "frames", "plot", "to_networkx", "write_network"]
