"""nbgrader's configuration: instructors keep solutions/, students get exercises/."""

from manyhands.classroom.preprocessors import strict
from manyhands.classroom.released import noted

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "many-hands"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "__pycache__", "*.pyc", "*.py", "*-kept-*"]

c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\nraise NotImplementedError"}
c.IncludeHeaderFooter.header = ""
c.ExecutePreprocessor.timeout = 300
c.ExecutePreprocessor.interrupt_on_timeout = True

# A test cell that did not run to its end gives no points, however it is graded.
strict(c, own_cell_s=10)

# An exercise says what it was, so that a release overwrites no work.
noted(c)
