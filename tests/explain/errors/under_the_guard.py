# UNANSWERED -
"""The function stands under the guard, which is for what starts the program."""

if __name__ == "__main__":

    def main():
        return 1
