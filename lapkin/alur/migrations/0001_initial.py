
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
            name='Output',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('langkah', models.CharField(max_length=60)),
                ('putaran', models.PositiveSmallIntegerField()),
                ('nama', models.CharField(max_length=300)),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Pelaksanaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField(help_text='Tahun kinerja yang dilaporkan.')),
                ('judul', models.CharField(max_length=300)),
                ('status', models.CharField(choices=[('berjalan', 'Berjalan'), ('selesai', 'Selesai'), ('dibatalkan', 'Dibatalkan')], default='berjalan', max_length=10)),
                ('dimulai_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('selesai_pada', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-dimulai_pada', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Peran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(help_text='Nama peran seperti tercetak pada SOP.', max_length=120)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='RevisiSop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urutan', models.PositiveSmallIntegerField()),
                ('isi', models.TextField(help_text='SOP sebagai JSON, lihat sop/sop.py.')),
                ('status', models.CharField(choices=[('draf', 'Draf'), ('berlaku', 'Berlaku'), ('dicabut', 'Dicabut')], default='draf', max_length=8)),
                ('berlaku_pada', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['sop', '-urutan'],
            },
        ),
        migrations.CreateModel(
            name='Sop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.SlugField(max_length=80)),
                ('judul', models.CharField(max_length=300)),
            ],
            options={
                'ordering': ['judul'],
            },
        ),
        migrations.CreateModel(
            name='Tugas',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('langkah', models.CharField(max_length=60)),
                ('urutan', models.PositiveSmallIntegerField(help_text='Tempat langkah di dalam SOP, mulai 0.')),
                ('putaran', models.PositiveSmallIntegerField(default=1)),
                ('tahap', models.PositiveSmallIntegerField(default=0)),
                ('jenis', models.CharField(max_length=20)),
                ('naskah', models.CharField(blank=True, max_length=60)),
                ('peran', models.CharField(max_length=120)),
                ('per_unit', models.BooleanField(default=False, help_text='Tugas satu unit (atau PD) pada langkah pengumpulan.')),
                ('penghimpun', models.BooleanField(default=False, help_text='Tugas yang mengawasi pengumpulan dari unit.')),
                ('status', models.CharField(choices=[('terbuka', 'Menunggu'), ('selesai', 'Selesai'), ('dikembalikan', 'Dikembalikan'), ('ditutup', 'Ditutup tanpa isian'), ('dibatalkan', 'Tidak diperlukan lagi')], default='terbuka', max_length=12)),
                ('catatan', models.TextField(blank=True)),
                ('pesan', models.TextField(blank=True, help_text='Catatan pengembalian yang membuka tugas ini.')),
                ('menit_standar', models.PositiveIntegerField(null=True)),
                ('dibuka_pada', models.DateTimeField()),
                ('tenggat', models.DateTimeField(null=True)),
                ('dilihat_pada', models.DateTimeField(null=True)),
                ('ditutup_pada', models.DateTimeField(null=True)),
                ('sebagai', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['dibuka_pada', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Kelengkapan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=300)),
                ('alasan', models.CharField(blank=True, max_length=500)),
                ('diisi_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('berkas', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
    ]
