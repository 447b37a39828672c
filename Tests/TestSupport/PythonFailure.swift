/// The script could not be run; standard error of the test run tells why.
struct PythonFailure: Error {
    let status: Int32
}
