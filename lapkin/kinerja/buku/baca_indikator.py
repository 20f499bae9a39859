"""Read the sheets Sasaran & Indikator and Realisasi."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lapkin.kinerja.buku.baris import BarisBuku, beri_kunci, sebagai_teks, tolak_kembar
from lapkin.kinerja.buku.tata import TAHUN_SEBELUM
from lapkin.kinerja.lembar import PERIODE, BarisAnggaran, BarisIndikator, BarisSasaran, rapi


def baca_sasaran(daftar_baris: Iterable[BarisBuku]) -> tuple[BarisSasaran, ...]:
    """The sasaran in order of appearance; rows with the same words mean the same sasaran."""
    kunci_menurut_nama: dict[str, BarisSasaran] = {}
    terpakai: set[str] = set()
    for baris in daftar_baris:
        nama = baris.teks("sasaran")
        if not nama or rapi(nama) in kunci_menurut_nama:
            continue
        kunci = baris.teks("kunci_sasaran")
        if not kunci or kunci in terpakai:
            kunci = f"sasaran-baris-{baris.nomor}"
        terpakai.add(kunci)
        kunci_menurut_nama[rapi(nama)] = BarisSasaran(kunci=kunci, nama=nama)
    return tuple(kunci_menurut_nama.values())


def baca_indikator(
    daftar_baris: Iterable[BarisBuku],
    daftar_sasaran: Sequence[BarisSasaran],
    daftar_anggaran: Sequence[BarisAnggaran],
    tahun: int,
) -> tuple[BarisIndikator, ...]:
    """The indicators in row order, tied to their sasaran, their budget line and the indicator above."""
    pembaca = _Pembaca(daftar_sasaran, daftar_anggaran, tahun)
    menurut_kunci = beri_kunci(baris for baris in daftar_baris if _berindikator(baris))
    daftar_indikator = tuple(pembaca.indikator(kunci, baris) for kunci, baris in menurut_kunci.items())
    tolak_kembar(
        (
            ((satu.sasaran, satu.tingkat, satu.anggaran, rapi(satu.nama)), menurut_kunci[satu.kunci])
            for satu in daftar_indikator
            if satu.nama
        ),
        "nama",
        "Indikator ini sama dengan baris {}. Hapus salah satunya.",
    )
    return hubungkan_indikator(daftar_indikator, daftar_anggaran)


def hubungkan_indikator(
    daftar_indikator: Sequence[BarisIndikator], daftar_anggaran: Sequence[BarisAnggaran]
) -> tuple[BarisIndikator, ...]:
    """Put each indicator under the first indicator of the nearest budget line above its own that has one."""
    induk_anggaran = {baris.kunci: baris.induk for baris in daftar_anggaran}
    pertama: dict[str, str] = {}
    for satu in daftar_indikator:
        pertama.setdefault(satu.anggaran, satu.kunci)
    daftar_kunci = {satu.kunci for satu in daftar_indikator}
    return tuple(
        satu
        if satu.induk in daftar_kunci
        else replace(satu, induk=_di_atas(satu.anggaran, induk_anggaran, pertama))
        for satu in daftar_indikator
    )


def pasang_realisasi(
    daftar_baris: Iterable[BarisBuku], daftar_indikator: Sequence[BarisIndikator]
) -> tuple[BarisIndikator, ...]:
    """The indicators with what the sheet Realisasi says; a row belongs to an indicator by its id alone."""
    menurut_kunci = {satu.kunci: satu for satu in daftar_indikator}
    realisasi = {}
    for kunci, baris in beri_kunci(daftar_baris).items():
        if kunci not in menurut_kunci:
            baris.masalah("nama", "Indikator tidak dikenal. Tulis dahulu di lembar Sasaran & Indikator.")
            continue
        _periksa_terkunci(baris, menurut_kunci[kunci])
        realisasi[kunci] = _realisasi(baris, menurut_kunci[kunci].rumus == "predikat")
    return tuple(replace(satu, realisasi=realisasi.get(satu.kunci, {})) for satu in daftar_indikator)


class _Pembaca:
    """Reads rows into indicators, knowing the sasaran and budget lines they may name."""

    def __init__(
        self, daftar_sasaran: Sequence[BarisSasaran], daftar_anggaran: Sequence[BarisAnggaran], tahun: int
    ):
        self.kunci_sasaran = {rapi(baris.nama): baris.kunci for baris in daftar_sasaran}
        self.nama_anggaran = {baris.kunci: rapi(baris.nama) for baris in daftar_anggaran}
        self.tahun = tahun

    def indikator(self, kunci: str, baris: BarisBuku) -> BarisIndikator:
        rumus = baris.pilihan("rumus")
        predikat = rumus == "predikat"
        return BarisIndikator(
            kunci=kunci,
            nama=_wajib(baris, "nama", "Nama indikator wajib diisi."),
            satuan=baris.teks("satuan"),
            arah=baris.pilihan("arah")
            if _wajib(baris, "arah", "Arah wajib dipilih: naik atau turun.")
            else "naik",
            tingkat=baris.pilihan("tingkat", bawaan="sasaran"),
            induk=baris.teks("induk"),
            sasaran=self.kunci_sasaran.get(rapi(baris.teks("sasaran")), ""),
            anggaran=self._anggaran(baris),
            rumus=rumus,
            batas=baris.pilihan("batas"),
            target=baris.angka("target", predikat),
            riwayat=self._riwayat(baris, predikat),
            target_akhir=baris.angka("target_akhir", predikat),
            standar_nasional=baris.angka("standar_nasional", predikat),
            penanggung_jawab=baris.teks("penanggung_jawab"),
            sumber_data=baris.teks("sumber_data"),
        )

    def _riwayat(self, baris: BarisBuku, predikat: bool) -> dict[int, str]:
        riwayat = {
            self.tahun - mundur: baris.angka(f"lalu_{mundur}", predikat)
            for mundur in range(TAHUN_SEBELUM, 0, -1)
        }
        return {tahun: teks for tahun, teks in riwayat.items() if teks}

    def _anggaran(self, baris: BarisBuku) -> str:
        """The budget line a row names: the one of its hidden id while the words agree, else the one so named."""
        nama, kunci = rapi(baris.teks("anggaran")), baris.teks("kunci_anggaran")
        if self.nama_anggaran.get(kunci) == nama:
            return kunci
        if not nama:
            return ""
        cocok = [kunci for kunci, calon in self.nama_anggaran.items() if calon == nama]
        if len(cocok) == 1:
            return cocok[0]
        sebab = "terdapat lebih dari satu kali" if cocok else "tidak ada"
        baris.masalah(
            "anggaran", f"Uraian ini {sebab} di lembar Anggaran. Salin uraian yang tepat dari sana."
        )
        return ""


def _berindikator(baris: BarisBuku) -> bool:
    """A row may also hold a sasaran alone, one without indicators yet."""
    return any(
        baris.teks(kolom.kunci)
        for kolom in baris.tata.daftar_kolom
        if kolom.jenis != "kunci" and kolom.kunci != "sasaran"
    )


def _wajib(baris: BarisBuku, kunci: str, kalimat: str) -> str:
    teks = baris.teks(kunci)
    if not teks:
        baris.masalah(kunci, kalimat)
    return teks


def _di_atas(anggaran: str, induk_anggaran: dict[str, str], pertama: dict[str, str]) -> str:
    kunci = induk_anggaran.get(anggaran, "")
    while kunci and kunci not in pertama:
        kunci = induk_anggaran.get(kunci, "")
    return pertama.get(kunci, "") if kunci else ""


def _periksa_terkunci(baris: BarisBuku, indikator: BarisIndikator) -> None:
    """The locked columns repeat the other sheet by formulas; a text in the place of one was typed over it."""
    for kunci in {"nama", "satuan", "target"} - baris.berumus:
        tertulis, seharusnya = sebagai_teks(baris.nilai.get(kunci)), getattr(indikator, kunci)
        if tertulis and rapi(tertulis) != rapi(seharusnya):
            baris.masalah(kunci, f'Sel terkunci berubah; seharusnya "{seharusnya}".')


def _realisasi(baris: BarisBuku, predikat: bool) -> dict[str, str]:
    isian = {periode: baris.angka(periode, predikat) for periode in PERIODE}
    return {periode: teks for periode, teks in isian.items() if teks}
