"""Before Bab I: cover, kata pengantar with the head's signature, ikhtisar eksekutif, and the three lists."""

from lapkin.bahasa.tanggal import panjang
from lapkin.dokumen.blok import Blok, DaftarIsi, Judul, Sampul, TandaTangan, paragraf
from lapkin.laporan.bahan import Bahan
from lapkin.laporan.identitas import IdentitasLaporan
from lapkin.laporan.kalimat import kalimat_anggaran, kalimat_belum_tercapai, kalimat_capaian, kalimat_ukuran
from lapkin.laporan.kerangka import JUDUL_BAB

BELUM_ADA = "[Belum diisi: {}]"


def sampul(bahan: Bahan) -> tuple[Blok, ...]:
    """The cover."""
    identitas = bahan.identitas
    instansi = tuple(filter(None, (identitas.instansi, identitas.induk)))
    return (
        Sampul(
            judul=(identitas.judul, f"Tahun {bahan.tahun}"),
            instansi=instansi,
            kaki=tuple(filter(None, (identitas.alamat,))),
            lambang_svg=identitas.lambang_svg,
        ),
    )


def kata_pengantar(bahan: Bahan) -> tuple[Blok, ...]:
    """The preface with the signature of the head."""
    return (
        _depan("kata-pengantar"),
        *(blok for bagian in bahan.bagian_bab("kata-pengantar") for blok in bahan.isi(bagian)),
        _pengesahan(bahan.identitas),
    )


def _pengesahan(identitas: IdentitasLaporan) -> TandaTangan:
    """The head's signature; what is not known yet is marked, so that nobody signs over a gap unseen."""
    return TandaTangan(
        tempat_tanggal=", ".join(filter(None, (identitas.tempat, panjang(identitas.tanggal)))),
        jabatan=_berkoma(identitas.jabatan or (BELUM_ADA.format("jabatan penanda tangan"),)),
        nama=identitas.nama or BELUM_ADA.format("nama penanda tangan"),
        pangkat=identitas.pangkat,
        nip=identitas.nip,
        kunci="pengesahan",
    )


def _berkoma(jabatan: tuple[str, ...]) -> tuple[str, ...]:
    """The post of a signer ends with a comma, in the report as in a letter."""
    *awal, akhir = jabatan
    return (*awal, f"{akhir.rstrip(',')},")


def ikhtisar(bahan: Bahan) -> tuple[Blok, ...]:
    """The executive summary: people's text and the facts from the figures."""
    daftar = bahan.hasil.utama()
    daftar_kalimat = (kalimat_ukuran(bahan), kalimat_capaian(daftar), kalimat_belum_tercapai(daftar))
    return (
        _depan("ikhtisar"),
        paragraf(" ".join(filter(None, daftar_kalimat)), inden=True, kunci="ikhtisar-kinerja"),
        paragraf(kalimat_anggaran(bahan), inden=True, kunci="ikhtisar-anggaran"),
        *(blok for bagian in bahan.bagian_bab("ikhtisar") for blok in bahan.isi(bagian)),
    )


def daftar_isi(ada_gambar: bool) -> tuple[Blok, ...]:
    """Contents, tables, and figures where the report has any."""
    gambar = (Judul(tingkat=1, teks="Daftar Gambar", jenis="depan"), DaftarIsi(jenis="gambar"))
    return (
        Judul(tingkat=1, teks="Daftar Isi", jenis="depan"),
        DaftarIsi(jenis="isi"),
        Judul(tingkat=1, teks="Daftar Tabel", jenis="depan"),
        DaftarIsi(jenis="tabel"),
        *(gambar if ada_gambar else ()),
    )


def _depan(bab: str) -> Judul:
    return Judul(tingkat=1, teks=JUDUL_BAB[bab], jenis="depan", kunci=f"bab-{bab}")
