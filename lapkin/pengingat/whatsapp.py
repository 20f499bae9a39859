"""A ready WhatsApp message behind a link: the officer's own WhatsApp opens with it and the officer sends it."""

import re
from urllib.parse import quote

ALAMAT = "https://wa.me"
# Where the link goes to and is sent on to; the page with the button must allow both as targets of a form.
DAFTAR_ASAL = (ALAMAT, "https://api.whatsapp.com")


def nomor_internasional(telepon: str) -> str:
    """ "0812-3456-7890" as 6281234567890, the form wa.me wants; "" where it is no number of a phone."""
    angka = re.sub(r"[\s().-]", "", telepon)
    if angka.startswith("+"):
        angka = angka[1:]
    elif angka.startswith("0"):
        angka = f"62{angka[1:]}"
    elif angka.startswith("8"):
        angka = f"62{angka}"
    return angka if re.fullmatch(r"[1-9][0-9]{7,14}", angka) else ""


def tautan_whatsapp(telepon: str, teks: str) -> str:
    """The link with the text; "" without a usable number."""
    nomor = nomor_internasional(telepon)
    return f"{ALAMAT}/{nomor}?text={quote(teks, safe='')}" if nomor else ""
