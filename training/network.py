"""The network: MiniLM with an embedding of each token's case; tags, sentence starts, biaffine arcs and entities."""
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
ARC, RELATION = 256, 128
_MASKED = -1e4


class Layer(nn.Module):
    """One transformer layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_mixed, self.norm_outer = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        def split(y: Tensor) -> Tensor:
            return y.view(y.shape[0], y.shape[1], HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask
        mixed = torch.softmax(scores, -1).to(value.dtype) @ value
        joined = mixed.transpose(1, 2).reshape(x.shape)
        x = self.norm_mixed(x + self.drop(self.mixed(joined)))
        return self.norm_outer(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Network(nn.Module):
    """labels: sizes of "u", "x", "d" and "n"."""

    def __init__(self, labels: dict[str, list[str]]) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.case_in, self.case_out = nn.Embedding(8, WIDTH), nn.Embedding(8, WIDTH)
        for table in (self.case_in, self.case_out):
            nn.init.normal_(table.weight, std=0.02)
        self.upos, self.xpos = nn.Linear(WIDTH, len(labels["u"])), nn.Linear(WIDTH, len(labels["x"]))
        self.starts = nn.Linear(WIDTH, 1)
        last = nn.Linear(192, len(labels["n"]))
        self.entities = nn.Sequential(nn.Linear(WIDTH, 192), nn.GELU(), nn.Dropout(0.2), last)
        self.arc_word, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.relation_word, self.relation_head = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arcs_pair, self.arcs_head = nn.Parameter(torch.randn(ARC, ARC) * 0.01), nn.Parameter(torch.zeros(ARC))
        self.relations_pair = nn.Parameter(torch.randn(RELATION, len(labels["d"]) * RELATION) * 0.01)
        self.relations_sum = nn.Linear(2 * RELATION, len(labels["d"]))
        self.drop_word, self.drop_arc = nn.Dropout(0.25), nn.Dropout(0.33)

    def read(self, ids: Tensor, attend: Tensor, case: Tensor, first: Tensor) -> Tensor:
        """Pieces to a vector for each word: that of its first piece."""
        x = self.words(ids) + self.case_in(case) + self.positions.weight[: ids.shape[1]] + self.kind
        x = self.drop(self.norm(x))
        mask = (1.0 - attend.to(x.dtype))[:, None, None, :] * _MASKED
        for layer in self.layers:
            x = layer(x, mask)
        words = torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        return self.drop_word(words + self.case_out(torch.gather(case, 1, first)))

    def arcs(self, words: Tensor, linkable: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of each head (column 0 the root), and the two views that relations are told from."""
        nodes = torch.cat([self.root.expand(words.shape[0], 1, -1).to(words.dtype), words], 1)
        word = self.drop_arc(F.leaky_relu(self.arc_word(words), 0.1))
        head = self.drop_arc(F.leaky_relu(self.arc_head(nodes), 0.1))
        scores = (torch.matmul(word, self.arcs_pair) + self.arcs_head) @ head.transpose(1, 2)
        relation_word = self.drop_arc(F.leaky_relu(self.relation_word(words), 0.1))
        relation_head = self.drop_arc(F.leaky_relu(self.relation_head(nodes), 0.1))
        open_to = torch.cat([torch.ones_like(linkable[:, :, :1]), linkable], 2)
        return scores + (1.0 - open_to.to(scores.dtype)) * _MASKED, relation_word, relation_head

    def relations(self, word: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        """Scores of each relation, given the head of each word."""
        chosen = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, RELATION))
        return self.related(word, chosen)

    def related(self, word: Tensor, head: Tensor) -> Tensor:
        """Scores of each relation between words and heads side by side."""
        pairs = torch.matmul(word, self.relations_pair).view(*word.shape[:-1], -1, RELATION)
        return (pairs * head.unsqueeze(-2)).sum(-1) + self.relations_sum(torch.cat([word, head], -1))


def load_encoder(network: Network, folder: Path) -> None:
    """Put BERT weights (model.safetensors) into the network."""
    found = load_file(folder / "model.safetensors")
    state = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        "positions.weight": found["embeddings.position_embeddings.weight"],
        "kind": found["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        for ours, theirs in BERT_NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{i}.{ours}.{part}"] = found[f"encoder.layer.{i}.{theirs}.{part}"]
    missing = set(state) - set(network.state_dict())
    if missing:
        raise KeyError(f"no place for {sorted(missing)}")
    network.load_state_dict(state, strict=False)


BERT_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "norm_mixed": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm_outer": "output.LayerNorm",
}
