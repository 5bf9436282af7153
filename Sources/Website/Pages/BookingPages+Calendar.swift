import Hummingbird
import NIOCore
import Operations
import Programme
import Records

extension BookingPages {
    /// The booking as a calendar file.
    @Sendable func calendar(_ visit: Visit) async throws -> Response {
        let token = try visit.token()
        let own = try await site.office.ownBooking(with: token)
        let run = own.summary.run
        guard own.entry.booking.state == .confirmed, let zone = site.office.surroundings.zone(run.zone) else {
            throw HTTPError(.notFound)
        }
        let base = site.office.publicAddress
        let text = CalendarFile.text(
            for: own.summary,
            reference: own.entry.booking.reference,
            zone: zone,
            stamp: own.entry.madeAt,
            host: Origin.of(base).split(separator: "/").last.map { String($0.prefix { $0 != ":" }) } ?? "commonground",
            link: address(Route.booking.path(token))
        )
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8",
                .contentDisposition: "attachment; filename=\"course-\(run.starts.date).ics\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
