"""The fields of an SOP as people name them, and their values as words: for pages that compare or explain."""

from collections.abc import Iterator
from dataclasses import fields

from lapkin.bahasa import tanggal
from lapkin.sop.bagan import LUAR, Kelengkapan, Langkah, Output, Pekerjaan
from lapkin.sop.sop import LabelBlok, LabelKolom, Pengesah, Sop, TanggalTercetak

SEBUTAN_SOP = {"laporan": "Sebutan laporan", "penanggung_jawab": "Penanggung jawab", "sumber": "Sumber"}

SEBUTAN_IDENTITAS = {
    "kop": "Kop",
    "unit": "Unit",
    "nomor": "Nomor SOP",
    "tanggal_pembuatan": "Tanggal pembuatan",
    "tanggal_revisi": "Tanggal revisi",
    "tanggal_efektif": "Tanggal efektif",
    "tanggal_pengesahan": "Tanggal pengesahan",
    "pengesah": "Disahkan oleh",
    "judul": "Judul",
    "judul_baku": "Judul baku",
    "judul_tabel": "Judul tabel",
    "penanda_butir": "Penanda butir",
    "dasar_hukum": "Dasar hukum",
    "kualifikasi": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan pendataan",
    "label_blok": "Judul isian blok identitas",
    "label_kolom": "Judul kolom tabel",
}

SEBUTAN_PENGESAH = {
    "jabatan": "Jabatan pengesah",
    "nama": "Nama pengesah",
    "pangkat": "Pangkat",
    "nip": "NIP",
}

SEBUTAN_LANGKAH = {
    "no": "Nomor",
    "kegiatan": "Kegiatan",
    "pelaksana": "Pelaksana",
    "cara": "Cara bekerja",
    "pekerjaan": "Jenis pekerjaan",
    "kelengkapan_tercetak": "Kelengkapan",
    "kelengkapan": "Asal kelengkapan",
    "waktu_tercetak": "Waktu",
    "output_tercetak": "Output",
    "output": "Output yang dibuat",
    "keterangan": "Keterangan",
    "kembali_ke": "Dapat kembali ke",
    "tiap": "Dibuka untuk tiap",
    "pengisi": "Pengisi",
    "penghimpun": "Penghimpun",
    "paling_lambat": "Paling lambat",
    "teks": "Isian teks unit",
    "penanda": "Penanda",
    "simbol_tercetak": "Simbol tercetak",
    "disimpulkan": "Disimpulkan",
    "catatan": "Catatan",
}


def kata_identitas(nilai: object) -> str:
    """One value of the identity block, its lines one below the other."""
    match nilai:
        case TanggalTercetak():
            return _kata_tanggal(nilai)
        case Pengesah():
            return "\n".join(filter(None, [nilai.jabatan, nilai.nama, nilai.pangkat, nilai.nip]))
        case LabelBlok() | LabelKolom():
            return "\n".join(_kata_label(nilai))
        case tuple():
            return "\n".join(nilai)
    return str(nilai)


def _kata_tanggal(nilai: TanggalTercetak) -> str:
    """As printed; beside it the day that stands behind it, unless the print says so itself."""
    terbaca = tanggal.baca(nilai.tercetak)
    if nilai.tanggal is None:
        return nilai.tercetak + (" (belum dibaca sebagai tanggal)" if terbaca else "")
    hari = tanggal.panjang(nilai.tanggal)
    if not nilai.tercetak:
        return hari
    return nilai.tercetak if terbaca == nilai.tanggal else f"{nilai.tercetak} (dibaca {hari})"


def _kata_label(label: LabelBlok | LabelKolom) -> Iterator[str]:
    for kolom in fields(label):
        nilai = getattr(label, kolom.name)
        yield nilai if isinstance(nilai, str) else ", ".join(nilai)


def kata_langkah(sop: Sop, langkah: Langkah, nama: str) -> str:
    """One field of a step; other steps are named as people name them."""
    nilai = getattr(langkah, nama)
    if nama == "kembali_ke":
        return ", ".join(sebut(sop, kode) for kode in nilai)
    if isinstance(nilai, tuple):
        return "\n".join(_kata_butir(sop, butir) for butir in nilai)
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return str(nilai or "")


def kata_disimpulkan(langkah: Langkah) -> str:
    """Sentences that say what of a step the print does not tell; "" when it tells all.

    The work of a row that an office wrote itself is a guess until someone says that it is right.
    """
    if not langkah.disimpulkan:
        return ""
    tebakan = "pekerjaan" in langkah.disimpulkan
    lain = [SEBUTAN_LANGKAH.get(nama, nama).lower() for nama in langkah.disimpulkan if nama != "pekerjaan"]
    return " ".join(
        filter(
            None,
            [
                f"Tidak tercetak pada SOP, disimpulkan: {', '.join(lain)}." if lain else "",
                "Jenis pekerjaan masih tebakan." if tebakan else "",
                langkah.catatan,
            ],
        )
    )


def _kata_butir(sop: Sop, butir: object) -> str:
    match butir:
        case Pekerjaan():
            naskah = f", naskah {butir.naskah}" if butir.naskah else ""
            return f"{butir.jenis} oleh {', '.join(butir.oleh)} ({butir.cara}){naskah}{_tanda(butir)}"
        case Kelengkapan():
            return f"{butir.nama} dari {sebut(sop, butir.dari)}{_tanda(butir)}"
        case Output():
            return butir.nama + "".join(_rincian_output(butir)) + _tanda(butir)
        case str():
            return butir
    return f"{butir.peran}: {butir.teks}"


def _rincian_output(output: Output) -> Iterator[str]:
    if output.jenis:
        yield f", dari {output.jenis}"
    if output.naskah:
        yield f", naskah {output.naskah}"
    if output.penanda_tangan:
        yield f", ditandatangani {output.penanda_tangan}"


def _tanda(butir: Pekerjaan | Kelengkapan | Output) -> str:
    return " (disimpulkan)" if butir.disimpulkan else ""


def sebut(sop: Sop, kode: str) -> str:
    """A step as people name it: "7. Mengoreksi Dokumen LKjIP"."""
    if kode == LUAR:
        return "luar"
    langkah = next((langkah for langkah in sop.langkah if langkah.kode == kode), None)
    return f"{langkah.no}. {langkah.kegiatan}" if langkah else f"langkah {kode}"
