/// What a switch did to the frames it was given (`Judges/lossy_switch.py`).
struct Disturbance: Decodable {
    let passed: Int
    let lost: Int
    let repeated: Int
}
