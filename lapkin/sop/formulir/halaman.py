"""One page's drawing: its symbols, the lines between them, and the connectors to other pages."""

from dataclasses import dataclass, field

from lapkin.sop.formulir.bentuk import Bagian, Baris, Bentuk, Kolom, Panah, Penghubung, Simbol, Tulisan
from lapkin.sop.formulir.kembali import Asal, Tujuan, kembalikan
from lapkin.sop.formulir.kolom import TEPI_AREA
from lapkin.sop.formulir.maju import hubungkan, hubungkan_dalam
from lapkin.sop.formulir.papan import Ambang, Papan, RelBersama, Simpul, takaran
from lapkin.sop.formulir.pita import Pita
from lapkin.sop.formulir.tata import Jarak
from lapkin.sop.formulir.zona import SEGI_LIMA, Zona

_KOTAK_LEBIH_RENDAH = 3.0  # than a diamond, which looks smaller than it is
_TEPI_ZONA = 2.0
# The rail above a band: so far below the row's line, and in a tall row not farther from the symbols than this.
_DARI_BARIS, _REL_PALING_JAUH = 3.0, 12.0


@dataclass(eq=False, slots=True)
class Pasangan:
    """A connector with its twin: the flow (or a return to row `tujuan`) leaves one page and enters another.

    `sumber` are the rows whose returns it carries.
    """

    dari_halaman: int
    ke_halaman: int
    kembali: bool
    tujuan: int = -1
    sumber: list[int] = field(default_factory=list)
    huruf: str = ""
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class Ruang:
    """Where a page's drawing goes: the rows that it has, and the strips of connectors at its two ends."""

    nomor: int
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    zona_atas: float
    zona_bawah: float
    jarak: Jarak


@dataclass(slots=True)
class Lukisan:
    """The drawing of one page, as it grows."""

    simbol: list[Simbol] = field(default_factory=list)
    panah: list[Panah] = field(default_factory=list)
    tulisan: list[Tulisan] = field(default_factory=list)
    penghubung: list[tuple[Pasangan, Simpul, bool]] = field(default_factory=list)
    tersisa: list[tuple[int, int]] = field(default_factory=list)  # returns without room: from row, to row
    buntu: list[tuple[int, int]] = field(
        default_factory=list
    )  # those that came from a later page, and got no further

    def jadi_penghubung(self) -> tuple[Penghubung, ...]:
        """The connectors, once all letters are given."""
        return tuple(
            Penghubung(
                pasangan.huruf, simpul.x, simpul.y, *SEGI_LIMA, not pasangan.kembali, keluar,
                pasangan.ke_halaman if keluar else pasangan.dari_halaman,
            )
            for pasangan, simpul, keluar in self.penghubung
        )  # fmt: skip


class Pelukis:
    """Draws one page. `asal` tells which page every row is on; `pasangan` collects the links between pages."""

    def __init__(
        self, ruang: Ruang, pita: list[Pita], letak: dict[int, int], pasangan: list[Pasangan]
    ) -> None:
        kolom = [satu for satu in ruang.kolom if satu.bagian is Bagian.PELAKSANA]
        self.ruang, self.letak, self.pasangan = ruang, letak, pasangan
        self.peran = [satu.peran for satu in kolom]
        self.pusat = _pusat(kolom)
        self.x0, self.x1 = kolom[0].x, kolom[-1].x + kolom[-1].lebar
        self.lukisan = Lukisan()
        lebar = kolom[0].lebar - TEPI_AREA * (1 + (len(kolom) == 1))
        self.papan = Papan(takaran(lebar), self.pusat, self.x0, self.x1)
        self.ambang = self._susun(pita)
        atas, bawah = ruang.baris[0].y, ruang.baris[-1].y + ruang.baris[-1].tinggi
        self.zona_atas = self._zona(
            atas + _TEPI_ZONA + SEGI_LIMA[1], 3.0, ruang.zona_atas - SEGI_LIMA[1] + 0.5
        )
        puncak = bawah - _TEPI_ZONA - SEGI_LIMA[1]
        self.zona_bawah = self._zona(puncak, -(ruang.zona_bawah - SEGI_LIMA[1] + 0.5), -1.5)

    def lukis(self, sebelum: Pasangan | None, sesudah: Pasangan | None, kolom_sesudah: int) -> None:
        """The flow: in from the page before, through the bands, on to column `kolom_sesudah` of the next page."""
        for ambang in self.ambang:
            hubungkan_dalam(self.papan, ambang)
        if sebelum and self.ambang:
            x = self.ambang[0].masuk[0].x
            simpul = self._penghubung(sebelum, x, self.zona_atas, keluar=False)
            rel = self.zona_atas.y + 1.5
            semu = Ambang(-1, simpul.y, rel, rel, [simpul], [simpul], [simpul], False)
            hubungkan(self.papan, semu, self.ambang[0].masuk, self.ambang[0].rel_bersama)
            self.zona_atas.lajur += [simpul.x for simpul in self.ambang[0].masuk]
        for dari, ke in zip(self.ambang, self.ambang[1:], strict=False):
            hubungkan(self.papan, dari, ke.masuk, ke.rel_bersama)
        if sesudah and self.ambang:
            simpul = self._penghubung(sesudah, self.pusat[kolom_sesudah], self.zona_bawah, keluar=True)
            hubungkan(self.papan, self.ambang[-1], [simpul])

    def lukis_kembali(self, kembali: dict[int, tuple[int, ...]]) -> None:
        """The returns: of this page's diamonds, then those that come from later pages."""
        tujuan: dict[int, Tujuan] = {}
        akhir = {ambang.urutan: ambang for ambang in self.ambang}
        for urutan, ambang in akhir.items():
            if urutan in kembali:
                putusan = next((a for a in self.ambang if a.urutan == urutan and _memutus(a)), ambang)
                asal = Asal(putusan.keluar[-1], putusan, jumlah=len(kembali[urutan]))
                for ke in kembali[urutan]:
                    self._satu(asal, ke, tujuan)
        for pasangan in self.pasangan:
            if pasangan.kembali and pasangan.ke_halaman == self.ruang.nomor:
                simpul = self._penghubung(pasangan, 0.0, self.zona_bawah, keluar=False, sementara=True)
                asal = Asal(simpul, zona=self.zona_bawah)
                if not kembalikan(self.papan, asal, self._tujuan(pasangan.tujuan, tujuan)):
                    self.lukisan.buntu += [(dari, pasangan.tujuan) for dari in pasangan.sumber]

    def selesai(self) -> Lukisan:
        self.lukisan.panah = self.papan.panah
        self.lukisan.tulisan = self.papan.tulisan
        return self.lukisan

    def _satu(self, asal: Asal, ke: int, tujuan: dict[int, Tujuan]) -> None:
        dari = asal.ambang.urutan
        if self.letak[ke] == self.ruang.nomor:
            if not kembalikan(self.papan, asal, self._tujuan(ke, tujuan)):
                self.lukisan.tersisa.append((dari, ke))
        elif ke in tujuan and kembalikan(self.papan, asal, tujuan[ke]):
            next(p for p in reversed(self.pasangan) if p.tujuan == ke).sumber.append(dari)
        else:
            self._keluar(asal, dari, ke, tujuan)

    def _keluar(self, asal: Asal, dari: int, ke: int, tujuan: dict[int, Tujuan]) -> None:
        """A return to an earlier page, by a connector of its own."""
        pasangan = Pasangan(self.ruang.nomor, self.letak[ke], True, ke, [dari])
        simpul = self._penghubung(pasangan, 0.0, self.zona_atas, keluar=True, sementara=True)
        baru = Tujuan(zona=self.zona_atas, simpul=simpul)
        if kembalikan(self.papan, asal, baru):
            tujuan[ke] = baru
            self.pasangan.append(pasangan)
        else:
            self.lukisan.penghubung.pop()
            self.lukisan.tersisa.append((dari, ke))

    def _tujuan(self, urutan: int, tujuan: dict[int, Tujuan]) -> Tujuan:
        if urutan not in tujuan:
            pertama = next(ambang for ambang in self.ambang if ambang.urutan == urutan)
            tujuan[urutan] = Tujuan(ambang=pertama)
        return tujuan[urutan]

    def _zona(self, y: float, dari: float, sampai: float) -> Zona:
        return Zona(y, (y + dari, y + sampai), self.x0, self.x1, [satu.x for satu in self.ruang.kolom])

    def _penghubung(
        self, pasangan: Pasangan, x: float, zona: Zona, *, keluar: bool, sementara: bool = False
    ) -> Simpul:
        """A connector in its strip; `sementara`: the lane that leads to it will say where it stands."""
        lebar, tinggi = SEGI_LIMA
        y = zona.y - tinggi / 2 if zona is self.zona_atas else zona.y + tinggi / 2
        simpul = Simpul(f"p{len(self.lukisan.penghubung)}", x, y, lebar / 2, tinggi / 2)
        self.lukisan.penghubung.append((pasangan, simpul, keluar))
        if not sementara:
            zona.tempat.append(x)
        return simpul

    def _susun(self, pita: list[Pita]) -> list[Ambang]:
        """The bands in their rows: each row's block of bands stands in the middle of it."""
        daftar: list[Ambang] = []
        for ke, baris in enumerate(self.ruang.baris):
            milik = [satu for satu in pita if satu.urutan == baris.urutan]
            atas = baris.y + (self.ruang.zona_atas if ke == 0 else 0)
            bawah = baris.y + baris.tinggi - (self.ruang.zona_bawah if baris is self.ruang.baris[-1] else 0)
            jarak = self.ruang.jarak
            y = (atas + bawah - len(milik) * jarak.tinggi) / 2 + jarak.atas + jarak.simbol / 2
            for urut, satu in enumerate(milik):
                puncak = y - jarak.simbol / 2
                paling_atas = atas + _DARI_BARIS if urut == 0 else puncak - jarak.atas + _DARI_BARIS
                rel_atas = max(paling_atas, puncak - _REL_PALING_JAUH)
                akhir = urut == len(milik) - 1
                rel_bawah = bawah - 4.0 if akhir else y + jarak.simbol / 2 + jarak.bawah - 4.0
                ambang = self._ambang(satu, baris, y, rel_bawah, rel_atas)
                ambang.sebelum = daftar[-1] if daftar else None
                daftar.append(ambang)
                y += jarak.tinggi
        return daftar

    def _ambang(self, pita: Pita, baris: Baris, y: float, rel_bawah: float, rel_atas: float) -> Ambang:
        simpul = []
        for tempat in pita.tempat:
            belah = tempat.bentuk is Bentuk.BELAH_KETUPAT
            hw = self.papan.ukuran.belah if belah else self.papan.ukuran.kotak
            hh = (self.ruang.jarak.simbol - (0 if belah else _KOTAK_LEBIH_RENDAH)) / 2
            x = self.pusat[tempat.kolom]
            simpul.append(Simpul(f"s{len(self.lukisan.simbol)}", x, y, hw, hh, tempat.bentuk))
            self.lukisan.simbol.append(
                Simbol(
                    tempat.bentuk, baris.langkah, baris.urutan, self.peran[tempat.kolom], x, y, 2 * hw, 2 * hh,
                    tempat.teks, min(6.5, 2 * hw / 6.5),
                )
            )  # fmt: skip
        masuk, keluar = [simpul[ke] for ke in pita.masuk], [simpul[ke] for ke in pita.keluar]
        rel = RelBersama(rel_atas, simpul) if pita.dituju else None
        return Ambang(
            baris.urutan, y, rel_bawah, rel_atas, simpul, masuk, keluar, pita.sejajar, rel_bersama=rel
        )


def _memutus(ambang: Ambang) -> bool:
    return any(simpul.bentuk is Bentuk.BELAH_KETUPAT for simpul in ambang.simpul)


def _pusat(kolom: list[Kolom]) -> list[float]:
    """x of the middle of each pelaksana column, without the room beyond the outermost."""
    hasil = []
    for ke, satu in enumerate(kolom):
        kiri = TEPI_AREA if ke == 0 else 0
        kanan = TEPI_AREA if ke == len(kolom) - 1 else 0
        hasil.append(satu.x + (satu.lebar + kiri - kanan) / 2)
    return hasil
