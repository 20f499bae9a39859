
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('berkas', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Klasifikasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.CharField(max_length=40, unique=True)),
                ('uraian', models.CharField(max_length=200)),
                ('aktif', models.PositiveSmallIntegerField()),
                ('inaktif', models.PositiveSmallIntegerField()),
                ('nasib', models.CharField(choices=[('permanen', 'Permanen'), ('musnah', 'Musnah'), ('dinilai', 'Dinilai kembali')], max_length=10)),
                ('sumber', models.CharField(max_length=300)),
            ],
            options={
                'ordering': ['kode'],
            },
        ),
        migrations.CreateModel(
            name='Pengiriman',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tujuan', models.CharField(max_length=200)),
                ('cara', models.CharField(choices=[('langsung', 'Diantar langsung'), ('pos', 'Pos/kurir'), ('surel', 'Surel'), ('aplikasi', 'Melalui aplikasi')], default='langsung', max_length=10)),
                ('perihal', models.CharField(max_length=300)),
                ('objek', models.CharField(db_index=True, max_length=80)),
                ('dikirim_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('penerima', models.CharField(blank=True, max_length=200)),
                ('diterima_pada', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-dikirim_pada'],
            },
        ),
        migrations.CreateModel(
            name='Arsip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('judul', models.CharField(max_length=300)),
                ('lokasi', models.CharField(help_text='Tempat naskah kertasnya: ruang, lemari, boks.', max_length=200)),
                ('tahun', models.PositiveSmallIntegerField()),
                ('objek', models.CharField(db_index=True, max_length=80)),
                ('diarsipkan_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('berkas', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_arsip', to='berkas.berkas')),
            ],
            options={
                'ordering': ['-diarsipkan_pada'],
            },
        ),
    ]
