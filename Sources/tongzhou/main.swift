print("tongzhou")
