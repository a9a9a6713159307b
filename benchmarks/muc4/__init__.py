"""The MUC-4 benchmark: reports to graphs, one for each, and what the graph tells as MUC-4 templates."""
