"""How a letter's number is written: one pattern per agenda book, as data.

The classification codes are those of Permendagri 83/2022; the pattern follows a number in use,
`000.8.6.3/5297.036-Bappenda/2025`.
"""

from datetime import date

from lapkin.bahasa.tanggal import bulan_romawi

KLASIFIKASI_BAWAAN = "000.8.6.3"  # Akuntabilitas Kinerja Instansi Pemerintah, Permendagri 83/2022

BUKU = {
    "nota-dinas": "Nota dinas",
    "surat-keluar": "Surat keluar",
    "keputusan": "Keputusan",
}
POLA = {
    "nota-dinas": "{klasifikasi}/{urut}/ND/{unit}/{tahun}",
    "surat-keluar": "{klasifikasi}/{urut}/{unit}/{tahun}",
    "keputusan": "{klasifikasi}/{urut}/KEP/{unit}/{tahun}",
}


def tulis_nomor(*, buku: str, klasifikasi: str, urut: int, unit: str, hari: date, pola: str = "") -> str:
    """The number as printed; a pattern may name klasifikasi, urut, unit, bulan, romawi (I-XII), tahun."""
    return (pola or POLA[buku]).format(
        klasifikasi=klasifikasi,
        urut=urut,
        unit=unit,
        bulan=hari.month,
        romawi=bulan_romawi(hari.month),
        tahun=hari.year,
    )
