"""The tables of indicators: agreement, capaian, comparison over years, with the Renstra, with the nation."""

from collections.abc import Sequence

from lapkin.bahasa.angka import tulis
from lapkin.dokumen.blok import Baris, Sel, Tabel, baris
from lapkin.kinerja.capaian import Aturan, Capaian, keterangan_skala, rata_rata
from lapkin.kinerja.lembar import BarisSasaran
from lapkin.laporan.hitung import HasilIndikator, realisasi_setahun
from lapkin.laporan.perbandingan import arah_perubahan, tahun_pembanding
from lapkin.laporan.tulisan import (
    CATATAN_TIDAK_TERSEDIA,
    TIDAK_TERSEDIA,
    angka_tertulis,
    capaian_tertulis,
    gabung,
    persen,
)

TANPA_STANDAR = "tidak ada standar nasional"
TANPA_INDIKATOR = "(tidak ada indikator tingkat sasaran atau program pada sumber)"
Kelompok = Sequence[tuple[BarisSasaran, Sequence[HasilIndikator]]]


def tabel_perjanjian(keterangan: str, kelompok: Kelompok, kunci: str) -> Tabel:
    """Sasaran, indicator and target: the ringkasan of the Perjanjian Kinerja."""
    return Tabel(
        keterangan=keterangan,
        lebar=(6, 58, 18, 18),
        rata=("tengah", "kiri", "tengah", "kanan"),
        kepala=(baris("No.", "Sasaran / Indikator Kinerja", "Satuan", "Target"),),
        baris=_berkelompok(kelompok, _baris_perjanjian, kolom=4),
        catatan=_catatan_kosong(_semua(kelompok), lambda h: h.indikator.target),
        kunci=kunci,
    )


def _baris_perjanjian(nomor: int, hasil: HasilIndikator) -> Baris:
    indikator = hasil.indikator
    return baris(f"{nomor}.", indikator.nama, indikator.satuan, angka_tertulis(indikator.target))


def tabel_capaian(keterangan: str, kelompok: Kelompok, aturan: Aturan, kunci: str) -> Tabel:
    """Analysis 1 and the full measurement, with the rule of the scale below."""
    daftar = _semua(kelompok)
    rerata = rata_rata(hasil.capaian for hasil in daftar)
    return Tabel(
        keterangan=keterangan,
        lebar=(5, 37, 12, 12, 12, 12, 13),
        rata=("tengah", "kiri", "tengah", "kanan", "kanan", "kanan", "tengah"),
        kepala=(
            baris("No.", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori"),
        ),
        baris=_berkelompok(kelompok, _baris_capaian, kolom=7),
        kaki=(_baris_rerata(rerata.nilai),) if len(daftar) > 1 else (),
        catatan=" ".join(filter(None, (_catatan_capaian(daftar), keterangan_skala(aturan.skala)))),
        kecil=True,
        kunci=kunci,
    )


def _baris_capaian(nomor: int, hasil: HasilIndikator) -> Baris:
    indikator = hasil.indikator
    return baris(
        f"{nomor}.",
        indikator.nama,
        indikator.satuan,
        angka_tertulis(indikator.target),
        angka_tertulis(realisasi_setahun(indikator)),
        capaian_tertulis(hasil.capaian),
        hasil.capaian.kategori or "–",
    )


def _baris_rerata(nilai) -> Baris:
    rerata = persen(nilai).removesuffix("%")
    return baris(Sel(teks="Rata-rata capaian", rentang_kolom=5, rata="kanan"), rerata, "", gaya="tebal")


def _catatan_capaian(daftar: Sequence[HasilIndikator]) -> str:
    """The formulas in use and, for each indicator without a capaian, the reason."""
    daftar_bunyi = sorted({hasil.capaian.jejak.rumus.bunyi for hasil in daftar})
    rumus = f"Rumus capaian: {'; '.join(daftar_bunyi)} (R = realisasi, T = target)."
    alasan = _daftar_alasan(daftar)
    rerata = rata_rata(hasil.capaian for hasil in daftar).keterangan if len(daftar) > 1 else ""
    kosong = _catatan_kosong(daftar, lambda h: h.indikator.target and realisasi_setahun(h.indikator))
    return " ".join(filter(None, (rumus, *alasan, rerata, kosong)))


def _daftar_alasan(daftar: Sequence[HasilIndikator]) -> list[str]:
    """The reasons why a capaian is missing, each with the numbers of its rows."""
    menurut_alasan: dict[str, list[str]] = {}
    for nomor, hasil in enumerate(daftar, 1):
        if hasil.capaian.alasan:
            menurut_alasan.setdefault(_kecil(hasil.capaian.alasan), []).append(tulis(nomor))
    return [f"Nomor {gabung(daftar_nomor)}: {alasan}" for alasan, daftar_nomor in menurut_alasan.items()]


def tabel_tahun(keterangan: str, daftar: Sequence[HasilIndikator], tahun: int, kunci: str) -> Tabel:
    """Analysis 2: the realisasi of this year beside the three years before."""
    daftar_tahun = tahun_pembanding(tahun)
    kosong = _catatan_kosong(daftar, lambda h: all(h.indikator.riwayat.get(t, "") for t in daftar_tahun))
    return Tabel(
        keterangan=keterangan,
        lebar=(5, 30, 10, *(10 for _ in daftar_tahun), 10, 11, 16),
        rata=("tengah", "kiri", "tengah", *("kanan" for _ in daftar_tahun), "kanan", "kanan", "tengah"),
        kepala=(
            baris(
                *(Sel(teks=t, rentang_baris=2) for t in ("No.", "Indikator Kinerja", "Satuan")),
                Sel(teks="Realisasi", rentang_kolom=len(daftar_tahun) + 1),
                Sel(teks=f"Capaian {tahun} (%)", rentang_baris=2),
                Sel(teks="Perkembangan", rentang_baris=2),
            ),
            baris(*(str(t) for t in (*daftar_tahun, tahun))),
        ),
        baris=tuple(_baris_tahun(n, hasil, tahun) for n, hasil in enumerate(daftar, 1)),
        catatan=f"Perkembangan: realisasi {tahun} dibandingkan dengan {tahun - 1}. {kosong}".rstrip(),
        kecil=True,
        kunci=kunci,
    )


def _baris_tahun(nomor: int, hasil: HasilIndikator, tahun: int) -> Baris:
    indikator = hasil.indikator
    return baris(
        f"{nomor}.",
        indikator.nama,
        indikator.satuan,
        *(angka_tertulis(indikator.riwayat.get(t, "")) for t in tahun_pembanding(tahun)),
        angka_tertulis(realisasi_setahun(indikator)),
        capaian_tertulis(hasil.capaian),
        arah_perubahan(hasil, tahun) or TIDAK_TERSEDIA,
    )


def tabel_renstra(keterangan: str, daftar: Sequence[HasilIndikator], kunci: str) -> Tabel:
    """Analysis 3: the realisasi up to this year beside the target at the end of the Renstra."""
    return _tabel_pembanding(
        keterangan,
        ("Target akhir Renstra", "Tingkat kemajuan (%)"),
        tuple((h, angka_tertulis(h.indikator.target_akhir), h.renstra) for h in daftar),
        "Tingkat kemajuan dihitung dengan rumus capaian; target akhir Renstra sebagai targetnya.",
        kunci,
    )


def tabel_nasional(keterangan: str, daftar: Sequence[HasilIndikator], kunci: str) -> Tabel:
    """Analysis 4: the realisasi beside the national standard, where there is one."""
    return _tabel_pembanding(
        keterangan,
        ("Standar nasional", "Perbandingan (%)"),
        tuple((h, standar_tertulis(h), h.nasional) for h in daftar),
        "Perbandingan dihitung dengan rumus capaian; standar nasional sebagai targetnya.",
        kunci,
    )


def standar_tertulis(hasil: HasilIndikator) -> str:
    """The national standard, or that there is none."""
    standar = hasil.indikator.standar_nasional
    return angka_tertulis(standar) if standar.strip() else TANPA_STANDAR


def _tabel_pembanding(
    keterangan: str,
    kepala: tuple[str, str],
    daftar: Sequence[tuple[HasilIndikator, str, Capaian]],
    penjelasan: str,
    kunci: str,
) -> Tabel:
    isi = tuple(
        baris(
            f"{nomor}.",
            hasil.indikator.nama,
            hasil.indikator.satuan,
            angka_tertulis(realisasi_setahun(hasil.indikator)),
            pembanding,
            perbandingan.teks or "–",
        )
        for nomor, (hasil, pembanding, perbandingan) in enumerate(daftar, 1)
    )
    return Tabel(
        keterangan=keterangan,
        lebar=(5, 41, 12, 13, 15, 14),
        rata=("tengah", "kiri", "tengah", "kanan", "kanan", "kanan"),
        kepala=(baris("No.", "Indikator Kinerja", "Satuan", "Realisasi", *kepala),),
        baris=isi,
        catatan=penjelasan,
        kecil=True,
        kunci=kunci,
    )


def _berkelompok(kelompok: Kelompok, baris_indikator, kolom: int) -> tuple[Baris, ...]:
    """One band for each sasaran, its indicators below, numbered through."""
    hasil: list[Baris] = []
    nomor = 0
    for sasaran, daftar in kelompok:
        if sasaran.nama:
            hasil.append(baris(f"Sasaran: {sasaran.nama}", gaya="kelompok"))
        if not daftar:
            hasil.append(baris(Sel(teks=TANPA_INDIKATOR, rentang_kolom=kolom, rata="kiri")))
        for satu in daftar:
            nomor += 1
            hasil.append(baris_indikator(nomor, satu))
    return tuple(hasil)


def _semua(kelompok: Kelompok) -> list[HasilIndikator]:
    return [hasil for _, daftar in kelompok for hasil in daftar]


def _catatan_kosong(daftar: Sequence[HasilIndikator], isi) -> str:
    return CATATAN_TIDAK_TERSEDIA if any(not isi(hasil) for hasil in daftar) else ""


def _kecil(alasan: str) -> str:
    """The reason with a small first letter, to stand after "Nomor 3:"."""
    return f"{alasan[:1].lower()}{alasan[1:]}"
