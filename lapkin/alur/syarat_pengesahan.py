"""What a draft still lacks before its form may be frozen, and before it may be signed; pages say it in advance."""

from datetime import date

from lapkin.sop.pemeriksaan import Tingkat, periksa
from lapkin.sop.sop import Sop


def kurang_identitas(isi: Sop, *, revisi_ulang: bool) -> list[str]:
    """The parts of the identity block that a signed form needs and that are blank; a revision needs its date too."""
    identitas = isi.identitas
    perlu = {
        "nomor SOP": identitas.nomor,
        "tanggal pembuatan": identitas.tanggal_pembuatan.tercetak,
        "tanggal efektif": identitas.tanggal_efektif.tercetak,
        "jabatan pengesah": identitas.pengesah.jabatan,
        "nama pengesah": identitas.pengesah.nama,
    }
    if revisi_ulang:
        perlu["tanggal revisi"] = identitas.tanggal_revisi.tercetak
    return [nama for nama, nilai in perlu.items() if not nilai.strip()]


def halangan_pembekuan(isi: Sop, pada: date, *, revisi_ulang: bool) -> str:
    """Why the form of a draft cannot be frozen for its signature yet, all in one text; "" when it can."""
    if daftar := [
        temuan.kalimat for temuan in periksa(isi, pada=pada) if temuan.tingkat is Tingkat.KESALAHAN
    ]:
        return f"Draf ini belum dapat dijalankan. Perbaiki dahulu: {' '.join(daftar)}"
    if kosong := kurang_identitas(isi, revisi_ulang=revisi_ulang):
        return f"Bagian identitas belum lengkap: isi {', '.join(kosong)}."
    return ""


def belum_efektif(isi: Sop, pada: date) -> str:
    """Why a draft cannot be signed yet although its form is ready: its day of effect is to come; "" when it can."""
    efektif = isi.identitas.tanggal_efektif
    if efektif.tanggal is None or efektif.tanggal <= pada:
        return ""
    return (
        f"SOP ini baru dapat disahkan mulai {efektif.tercetak}, tanggal efektifnya; "
        "ubah tanggal efektif bila harus berlaku lebih cepat."
    )
