"""The hash chain of one instansi's history: each row's hash covers its content and the hash before it."""

import hashlib
import json

AWAL = "0" * 64


def sidik(isi: dict, sebelum: str) -> str:
    """SHA-256 (hex) of a row's content, a dict of JSON values, chained to the hash before it."""
    kanonik = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{sebelum}\n{kanonik}".encode()).hexdigest()
