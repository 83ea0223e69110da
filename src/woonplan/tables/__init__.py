"""The one thing between results and formats: values that a report makes and a renderer prints, knowing nothing else."""
