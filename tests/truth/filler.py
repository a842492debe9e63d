"""Text without any number or name of an error."""

MESSAGES = ["The device is not ready.", "The request cannot be served now.", "The item already exists.", "Access is not allowed.",
            "The peer closed the connection.", "%1 is not a valid object.", "The buffer holds no data.", "A policy forbids it.",
            "{Application Error} It could not start (0x%lx). Click OK to close it.", "The %s object at 0x%08lx refused the request.",
            "The $EFS stream is damaged.", "Fatal : the call was cancelled - try again."]
DATES = ["Feb 21, 2026", "Mar 3, 2025", "Dec 31, 2019", "Oct 9, 2024"]
SENTENCES = [
    "The component that reports this is usually not the one that caused it.",
    "Most programs show the text of the message and stop.",
    "A trace of the call tells which object was involved.",
    "Administrators see this after a change of the policy.",
    "The system stays stable, and no data is lost.",
    "A second call with the same arguments gives the same result.",
    "The state is left as it was before the call.",
    "Services that hold the object open make the problem likelier.",
    "It is safe to log the event and go on.",
    "The text of the message can be translated.",
    "Closing the handle releases everything.",
    "Old drivers behave differently, which is no reason to worry.",
]
INTRODUCTIONS = ["These checks lead to the cause:", "One of these usually settles it:", "The log then holds this:",
                 "These points help:", "Programs see one of these:"]
BULLETS = ["Permissions: The account may lack a right.", "Compare the settings with those of a machine that works.",
           "Restart the service when nobody uses it.", "Stale state: An old entry was never removed.",
           "Read the event log around the time of the failure.", "Wrong moment: The object is still in use.",
           "Update the driver if the vendor has a newer one."]
DESCRIPTIONS = ["The object is in use.", "Returned if the name is unknown.", "The peer gave no answer.", "A similar error of reading.",
                "The policy forbids the call.", "The device went away."]
QUESTIONS = ["What causes this error?", "How can I get rid of it?", "Does it damage data?", "Which programs are affected?"]
