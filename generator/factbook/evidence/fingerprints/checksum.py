"""The seal of a fingerprint file: it tells that the file was changed and, for one character, exactly where.

Two checksums do it. BLAKE2b over all lines above the seal tells whether anything was changed at all. Adler-32
is the sum of all bytes and the sum of all bytes weighted by their distance from the end (RFC 1950, section
8.2): when one byte was changed, the first sum gives by how much, and both together give where.
"""

from collections.abc import Iterator
from hashlib import blake2b
from zlib import adler32

_MODULUS = 65521
_MARK = b"seal: "


def seal(body: bytes | bytearray) -> bytes:
    """The last line of the file, for the lines above it."""
    return _MARK + _checksum(body).encode("ascii") + b" %08x\n" % adler32(body)


def changed_byte(content: bytes) -> int | None:
    """The byte of a sealed file that was changed, from 0; None when more than one was, or another kind of harm."""
    body, mark, line = content.rpartition(_MARK)
    if not mark:
        return _changed_mark(content)
    written, _, sums = line.rstrip(b"\n").partition(b" ")
    right = seal(body)
    differing = [at for at, byte in enumerate(right) if content[len(body) + at : len(body) + at + 1] != bytes([byte])]
    if len(differing) == 1 and len(content) == len(body) + len(right):
        return len(body) + differing[0]
    if len(sums) != 8:
        return None
    try:
        return next(_candidates(body, written.decode("ascii"), int(sums, 16)), None)
    except ValueError:
        return None


def is_sealed(content: bytes) -> bool:
    """Whether the file ends with the seal of what stands above it."""
    body, mark, line = content.rpartition(_MARK)
    return bool(mark) and mark + line == seal(body)


def _checksum(body: bytes | bytearray) -> str:
    return blake2b(body, digest_size=16).hexdigest()


def _changed_mark(content: bytes) -> int | None:
    """The changed byte within the word `seal: ` itself."""
    start = content.rstrip(b"\n").rfind(b"\n") + 1
    differing = [at for at, byte in enumerate(_MARK) if content[start + at : start + at + 1] != bytes([byte])]
    return start + differing[0] if len(differing) == 1 else None


def _candidates(body: bytes, checksum: str, wanted: int) -> Iterator[int]:
    """The places where changing one byte back makes both sums right, and the checksum too."""
    found = adler32(body)
    more = ((found & 0xFFFF) - (wanted & 0xFFFF)) % _MODULUS
    weighted = ((found >> 16) - (wanted >> 16)) % _MODULUS
    if not more:
        return
    # The last byte of the body is at distance 1 from the end.
    distance = weighted * pow(more, -1, _MODULUS) % _MODULUS
    excess = more if more < 256 else more - _MODULUS
    for place in range(len(body) - (distance or _MODULUS), -1, -_MODULUS):
        right = body[place] - excess
        if 0 <= right < 256 and _checksum(body[:place] + bytes([right]) + body[place + 1 :]) == checksum:
            yield place
