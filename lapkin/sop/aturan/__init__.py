"""The rules of the checker, one file for each group; the door is `lapkin.sop.pemeriksaan`."""
