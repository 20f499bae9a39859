"""Susun format-data: the workbook in which the units give their figures, made from what the office knows already."""

from django import forms

from lapkin.berkas.actions import bekukan
from lapkin.kinerja.queries import lembar_kinerja
from lapkin.laporan.identitas import IdentitasLaporan
