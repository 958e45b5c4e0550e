"""Ground: the nearest right names for one that is not found, for every message that offers them."""

from collections.abc import Iterable


def did_you_mean(word: str, candidates: Iterable[str], limit: int = 4) -> tuple[str, ...]:
    """The candidates most like a word, closest first; none when nothing comes near.

    A candidate is as like as its likest part (`zelensky` finds `volodymyr-zelenskyy`), a little less than
    one that is like as a whole. Upper and lower case count as the same. The measure is the share of letters
    in common and in order (Indel, as in `difflib`).
    """
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import extract

    names: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for candidate in dict.fromkeys(candidates):
        folded = candidate.casefold()
        names.setdefault(folded, []).append(candidate)
        for part in folded.replace("_", "-").replace(" ", "-").split("-"):
            if len(part) > 3 and part != folded:
                parts.setdefault(part, []).append(candidate)
    wanted, score = word[:200].casefold(), Indel.normalized_similarity
    whole = extract(wanted, names.keys(), scorer=score, limit=limit, score_cutoff=0.6 if len(word) > 3 else 0.5)
    partly = extract(wanted, parts.keys(), scorer=score, limit=limit, score_cutoff=0.75)
    ranked = [(likeness, name) for key, likeness, _ in whole for name in names[key]]
    ranked += [(likeness * 0.9, name) for key, likeness, _ in partly for name in parts[key]]
    ranked.sort(key=lambda pair: -pair[0])
    return tuple(dict.fromkeys(name for _, name in ranked))[:limit]
