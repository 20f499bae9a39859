
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Indikator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('urutan', models.PositiveSmallIntegerField()),
                ('tingkat', models.CharField(choices=[('sasaran', 'Sasaran'), ('program', 'Program'), ('kegiatan', 'Kegiatan'), ('sub-kegiatan', 'Sub kegiatan')], default='sasaran', max_length=14)),
                ('nama', models.TextField()),
                ('satuan', models.CharField(blank=True, max_length=60)),
                ('arah', models.CharField(choices=[('naik', 'Makin tinggi makin baik'), ('turun', 'Makin rendah makin baik')], default='naik', max_length=5)),
                ('rumus', models.CharField(blank=True, choices=[('', 'Sesuai arah'), ('naik', 'Realisasi / target'), ('turun', '(2 x target - realisasi) / target'), ('turun-terbalik', 'Target / realisasi'), ('tercapai-100', '100 bila target tercapai'), ('predikat', 'Predikat (mis. WTP, BB)')], default='', max_length=16)),
                ('batas', models.CharField(blank=True, choices=[('', 'Tanpa batas'), ('100', 'Paling tinggi 100'), ('110', 'Paling tinggi 110'), ('120', 'Paling tinggi 120')], default='', max_length=3)),
                ('target_akhir', models.CharField(blank=True, max_length=80, verbose_name='target akhir Renstra')),
                ('standar_nasional', models.CharField(blank=True, max_length=80)),
                ('sumber_data', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['tahun', 'urutan'],
            },
        ),
        migrations.CreateModel(
            name='PerjanjianKinerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('versi', models.PositiveSmallIntegerField(default=0)),
                ('tanggal', models.DateField(blank=True, null=True)),
                ('alasan', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ['tahun', 'versi'],
            },
        ),
        migrations.CreateModel(
            name='Realisasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('periode', models.CharField(choices=[('TW1', 'Triwulan I'), ('TW2', 'Triwulan II'), ('TW3', 'Triwulan III'), ('TW4', 'Triwulan IV'), ('TAHUN', 'Setahun')], max_length=5)),
                ('tertulis', models.CharField(blank=True, max_length=80)),
                ('diisi_pada', models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name='RealisasiLalu',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('tertulis', models.CharField(max_length=80)),
            ],
            options={
                'ordering': ['tahun'],
            },
        ),
        migrations.CreateModel(
            name='Sasaran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('urutan', models.PositiveSmallIntegerField()),
                ('nama', models.TextField()),
            ],
            options={
                'ordering': ['tahun', 'urutan'],
            },
        ),
        migrations.CreateModel(
            name='Target',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tertulis', models.CharField(max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name='Anggaran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('urutan', models.PositiveSmallIntegerField()),
                ('tingkat', models.CharField(choices=[('urusan', 'Urusan'), ('bidang-urusan', 'Bidang urusan'), ('program', 'Program'), ('kegiatan', 'Kegiatan'), ('sub-kegiatan', 'Sub kegiatan')], max_length=14)),
                ('kode', models.CharField(blank=True, max_length=40)),
                ('nama', models.TextField(blank=True)),
                ('pagu', models.BigIntegerField(help_text='Dalam sen.')),
                ('realisasi', models.BigIntegerField(default=0, help_text='Dalam sen.')),
                ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_bawahan', to='kinerja.anggaran')),
            ],
            options={
                'ordering': ['tahun', 'urutan'],
            },
        ),
    ]
