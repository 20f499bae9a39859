
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Laporan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField()),
                ('sebutan', models.CharField(default='LKjIP', max_length=20)),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-tahun', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Narasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bagian', models.CharField(max_length=80)),
                ('teks', models.TextField()),
                ('diubah_pada', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['bagian', 'unit'],
            },
        ),
        migrations.CreateModel(
            name='PoinKoreksi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bagian', models.CharField(blank=True, max_length=80)),
                ('isi', models.TextField()),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('jawaban', models.TextField(blank=True)),
                ('ditutup_pada', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='VersiLaporan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nomor', models.PositiveSmallIntegerField()),
                ('dokumen', models.TextField(help_text='Pohon blok sebagai JSON.')),
                ('angka', models.JSONField(help_text='Angka dan jejak hitungan yang dipakai.')),
                ('halaman', models.PositiveSmallIntegerField()),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['laporan', 'nomor'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
    ]
